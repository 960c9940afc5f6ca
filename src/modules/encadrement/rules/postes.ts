/**
 * Où est chaque professionnel un jour, et ce qu'il y fait.
 *
 * Comment il est lu ici : une absence de l'organisation l'emporte sur tout ; les vacations d'un jour remplacent l'horaire en entier ; à
 * défaut l'horaire, coupé par sa pause. Un volant que rien n'occupe n'est dans aucune crèche : son horaire dit quand il est libre.
 * Prévu au même moment dans deux crèches, il ne compte ces heures dans aucune. Qui peut tenir la direction (R2324-36, CAP-14) se lit de `eaje`.
 * Non traité : le temps de trajet entre deux crèches (TPS-05).
 */
import { canTenirDirection, computePause, METIERS_EAJE, type ProfessionnelPrevu } from '#modules/eaje/index.ts';
import { addJours, type JourCivil, jourDeSemaine } from '#shared/jour-civil.ts';
import { containsJour } from '#shared/periode.ts';
import { findPlage, type Plage } from '#shared/quart-d-heure.ts';
import type { EtatPoste, PosteDuJour, Segment, Sortie } from '../prevision.ts';

type VacationPrevue = ProfessionnelPrevu['vacations'][number];
type Horaire = ProfessionnelPrevu['horaires'][number];

/** Les postes d'un jour : un par professionnel et par crèche, celle où il est et celle où l'on s'attendait à le voir. */
export function listPostes(jour: JourCivil, professionnels: readonly ProfessionnelPrevu[]): PosteDuJour[] {
  return professionnels.flatMap((professionnel) =>
    containsJour(professionnel, jour) ? listPostesDe(professionnel, jour) : [],
  );
}

function listPostesDe(professionnel: ProfessionnelPrevu, jour: JourCivil): PosteDuJour[] {
  const chezLui = (etat: EtatPoste, segments: readonly Segment[] = []) =>
    buildPoste(professionnel, jour, { etablissementId: professionnel.etablissementId, etat, segments });
  if (isAbsent(professionnel, jour)) return [chezLui('ABSENT')];
  const vacations = professionnel.vacations.filter((vacation) => vacation.jour === jour);
  if (vacations.length > 0) return listPostesDeVacations(professionnel, jour, vacations, chezLui);
  const horaire = findHoraire(professionnel, jour);
  if (!horaire) return [chezLui('SANS_HORAIRE')];
  const plage = findPlage(horaire.semaine, jourDeSemaine(jour));
  return [plage ? chezLui('PREVU', buildSegments(plage, horaire)) : chezLui('REPOS')];
}

function listPostesDeVacations(
  professionnel: ProfessionnelPrevu,
  jour: JourCivil,
  vacations: readonly VacationPrevue[],
  chezLui: (etat: EtatPoste) => PosteDuJour,
): PosteDuJour[] {
  const travaillees = vacations.filter(({ nature }) => nature !== 'ABSENT');
  const lieux = [...new Set(travaillees.map(({ etablissementId }) => etablissementId))];
  const postes = lieux.map((etablissementId) => {
    const ici = travaillees.filter((vacation) => vacation.etablissementId === etablissementId);
    const surs = ici.filter((vacation) => !travaillees.some((autre) => isAilleursEnMemeTemps(vacation, autre)));
    return buildPoste(professionnel, jour, {
      etablissementId,
      etat: 'PREVU',
      segments: surs.toSorted((a, b) => a.debut - b.debut).flatMap(buildSegment),
      deuxLieux: surs.length < ici.length,
    });
  });
  if (professionnel.etablissementId === null || lieux.includes(professionnel.etablissementId)) return postes;
  return [...postes, chezLui(lieux.length === 0 ? 'ABSENT' : 'AILLEURS')];
}

function isAilleursEnMemeTemps(a: VacationPrevue, b: VacationPrevue): boolean {
  return a.etablissementId !== b.etablissementId && a.debut < b.fin && b.debut < a.fin;
}

function buildSegment({ debut, fin, nature }: VacationPrevue): Segment[] {
  return nature === 'ABSENT' ? [] : [{ debut, fin, nature }];
}

/** L'horaire coupé par ce qui de la pause tombe dedans : une pause qui finit avec le poste n'est pas auprès des enfants. */
function buildSegments(plage: Plage, horaire: Pick<Horaire, 'pauseDebut' | 'pauseFin'>): Segment[] {
  const { debut, fin } = plage;
  const pause = computePause(plage, horaire);
  if (!pause) return [{ debut, fin, nature: 'POSTE' }];
  const segments: Segment[] = [
    { debut, fin: pause.debut, nature: 'POSTE' },
    { ...pause, nature: 'PAUSE' },
    { debut: pause.fin, fin, nature: 'POSTE' },
  ];
  return segments.filter((segment) => segment.debut < segment.fin);
}

/** Les heures de poste que chacun passe en sortie : il y est, il n'est plus sur place. */
export function addSorties(postes: readonly PosteDuJour[], sorties: readonly Sortie[]): readonly PosteDuJour[] {
  return sorties.reduce(
    (restes: readonly PosteDuJour[], sortie) =>
      restes.map((poste) =>
        sortie.accompagnants.includes(poste.professionnelId)
          ? { ...poste, segments: poste.segments.flatMap((segment) => buildSegmentsDeSortie(segment, sortie)) }
          : poste,
      ),
    postes,
  );
}

function buildSegmentsDeSortie(segment: Segment, sortie: Plage): Segment[] {
  const debut = Math.max(segment.debut, sortie.debut);
  const fin = Math.min(segment.fin, sortie.fin);
  if (segment.nature !== 'POSTE' || fin <= debut) return [segment];
  const segments: Segment[] = [
    { ...segment, fin: debut },
    { debut, fin, nature: 'SORTIE' },
    { ...segment, debut: fin },
  ];
  return segments.filter((part) => part.debut < part.fin);
}

type Lieu = Pick<PosteDuJour, 'etablissementId' | 'etat' | 'segments'> & { deuxLieux?: boolean };

function buildPoste(professionnel: ProfessionnelPrevu, jour: JourCivil, lieu: Lieu): PosteDuJour {
  return {
    professionnelId: professionnel.id,
    nom: professionnel.nom,
    prenom: professionnel.prenom,
    metier: professionnel.metier,
    libelleMetier: METIERS_EAJE[professionnel.metier].libelle,
    categorie: professionnel.categorie,
    sectionId: professionnel.sectionId,
    rattachementId: professionnel.etablissementId,
    uniteId: professionnel.uniteId,
    continuite: canTenirDirection(professionnel, jour),
    deuxLieux: false,
    ...lieu,
  };
}

/** Absent à l'organisation : aucune vacation n'y change rien. */
export function isAbsent({ absences }: ProfessionnelPrevu, jour: JourCivil): boolean {
  return absences.some((absence) => containsJour(absence, jour));
}

/** Ce qui reconnaît la journée d'une personne : chaque acte la récrit, et ses vacations changent d'identifiant. */
export function computeEmpreinteDeJournee(
  { vacations }: Pick<ProfessionnelPrevu, 'vacations'>,
  jour: JourCivil,
): string {
  const ids = vacations.filter((vacation) => vacation.jour === jour).map(({ id }) => id);
  return ids.toSorted()[0] ?? 'horaire';
}

function findHoraire({ horaires }: ProfessionnelPrevu, jour: JourCivil) {
  return horaires.find((horaire) => containsJour(horaire, jour));
}

/** Ce qui borde la journée d'un professionnel : sa fin de la veille, sa reprise du lendemain. */
export function computeBords(
  professionnel: ProfessionnelPrevu,
  jour: JourCivil,
): Readonly<{ finVeille: number | null; debutLendemain: number | null }> {
  return {
    finVeille: findEtendue(professionnel, addJours(jour, -1))?.fin ?? null,
    debutLendemain: findEtendue(professionnel, addJours(jour, 1))?.debut ?? null,
  };
}

function findEtendue(professionnel: ProfessionnelPrevu, jour: JourCivil): Plage | undefined {
  const segments = listPostes(jour, [professionnel]).flatMap((poste) => poste.segments);
  if (segments.length === 0) return undefined;
  return {
    debut: Math.min(...segments.map(({ debut }) => debut)),
    fin: Math.max(...segments.map(({ fin }) => fin)),
  };
}
