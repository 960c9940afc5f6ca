/** Les crèches d'un territoire, un jour : chacune avec ses accueils, ses postes et sa journée calculée. */
import {
  type EtablissementOuvert,
  isOuvert,
  listModulationsDuJour,
  type ProfessionnelPrevu,
} from '#modules/eaje/index.ts';
import { addJours, type JourCivil, jourDeSemaine } from '#shared/jour-civil.ts';
import { containsJour, type Periode } from '#shared/periode.ts';
import { findPlage } from '#shared/quart-d-heure.ts';
import type { AccueilAttendu, CrecheOuverte, EnfantPointe, Journee, PosteDuJour, Sortie } from '../prevision.ts';
import { PREMIER_JOUR } from './bareme.ts';
import { addPointage, computeJournee } from './journee.ts';
import { addSorties, listPostes } from './postes.ts';
import { evaluateSortie, type SortieJugee } from './sortie.ts';

type Enfant = Pick<AccueilAttendu, 'enfantId' | 'sectionId' | 'marcheDepuis' | 'neLe' | 'nature'> & {
  readonly etablissementId: string;
};
export type AccueilsPrevus = Readonly<{
  contrats: readonly (Enfant & Periode & Readonly<{ semaine: readonly number[] }>)[];
  reservations: readonly (Enfant & Readonly<{ jour: JourCivil; debut: number; fin: number }>)[];
  absences: readonly (Periode & Readonly<{ enfantId: string }>)[];
}>;

export type Prevision = Readonly<{
  etablissements: readonly EtablissementOuvert[];
  accueils: AccueilsPrevus;
  professionnels: readonly ProfessionnelPrevu[];
  sorties: readonly SortieInscrite[];
}>;
export type SortieInscrite = Sortie & Readonly<{ etablissementId: string; jour: JourCivil }>;

/** Une crèche ouverte ce jour, et tout ce dont sa journée se calcule. */
export type CrecheDuJour = Readonly<{
  etablissement: EtablissementOuvert;
  creche: CrecheOuverte;
  accueils: readonly AccueilAttendu[];
  postes: readonly PosteDuJour[];
  journee: Journee;
  /** Ses sorties, et ce qu'elles demandent. */
  sorties: readonly SortieJugee[];
}>;

/** Ce qui s'est pointé ce jour, crèche par crèche, et l'heure qu'il est. */
export type Pointage = Readonly<{ maintenant: number; parCreche: ReadonlyMap<string, readonly EnfantPointe[]> }>;

/** La crèche telle qu'elle ouvre ce jour ; rien si elle n'ouvre pas. */
export function buildCrecheOuverte(
  etablissement: EtablissementOuvert,
  jour: JourCivil,
  sorties: readonly SortieInscrite[],
): CrecheOuverte | undefined {
  if (!isOuvert(etablissement, jour)) return undefined;
  const { id, methode, agregation, ouvre, ferme } = etablissement;
  const autorisation = etablissement.autorisations.find((candidate) => containsJour(candidate, jour));
  return {
    id,
    methode,
    agregation,
    ouvre,
    ferme,
    places: autorisation?.places ?? 0,
    modulations: autorisation ? listModulationsDuJour(autorisation, jour) : [],
    sorties: sorties.filter((sortie) => sortie.etablissementId === id && sortie.jour === jour),
  };
}

/** Les crèches ouvertes ce jour, leurs journées calculées ; aucune avant que l'encadrement se compte. */
export function listCrechesDuJour(prevision: Prevision, jour: JourCivil): CrecheDuJour[] {
  if (jour < PREMIER_JOUR) return [];
  const accueilsDe = Map.groupBy(listAccueils(prevision.accueils, jour), ({ etablissementId }) => etablissementId);
  const postesDe = Map.groupBy(listPostes(jour, prevision.professionnels), ({ etablissementId }) => etablissementId);
  return prevision.etablissements.flatMap((etablissement) => {
    const creche = buildCrecheOuverte(etablissement, jour, prevision.sorties);
    if (!creche) return [];
    const accueils = accueilsDe.get(creche.id) ?? [];
    const postes = addSorties(postesDe.get(creche.id) ?? [], creche.sorties);
    const journee = computeJournee(creche, jour, { accueils, postes });
    const sorties = creche.sorties.map((sortie) => evaluateSortie(creche, jour, { sortie, accueils, postes }));
    return [{ etablissement, creche, accueils, postes, journee, sorties }];
  });
}

/** Les mêmes crèches, avec les enfants pointés de chacune. */
export function addPointages(creches: readonly CrecheDuJour[], { maintenant, parCreche }: Pointage): CrecheDuJour[] {
  return creches.map((creche) => {
    const enfants = parCreche.get(creche.etablissement.id) ?? [];
    return { ...creche, journee: addPointage(creche.creche, creche.journee, { enfants, maintenant }) };
  });
}

/** Ce qui revient à chaque crèche de ce qui a été lu ensemble. */
export function listPrevisionsParCreche({
  etablissements,
  accueils,
  professionnels,
  sorties,
}: Prevision): Map<string, Prevision> {
  const contratsDe = Map.groupBy(accueils.contrats, ({ etablissementId }) => etablissementId);
  const reservationsDe = Map.groupBy(accueils.reservations, ({ etablissementId }) => etablissementId);
  const absencesDe = Map.groupBy(accueils.absences, ({ enfantId }) => enfantId);
  const equipes = groupParLieu(professionnels);
  return new Map(
    etablissements.map((etablissement) => {
      const contrats = contratsDe.get(etablissement.id) ?? [];
      const reservations = reservationsDe.get(etablissement.id) ?? [];
      const enfants = new Set([...contrats, ...reservations].map(({ enfantId }) => enfantId));
      const absences = [...enfants].flatMap((enfantId) => absencesDe.get(enfantId) ?? []);
      return [
        etablissement.id,
        {
          etablissements: [etablissement],
          accueils: { contrats, reservations, absences },
          professionnels: equipes.get(etablissement.id) ?? [],
          sorties: sorties.filter(({ etablissementId }) => etablissementId === etablissement.id),
        },
      ];
    }),
  );
}

/** Chacun dans sa crèche, et dans celles où il vient en renfort. */
function groupParLieu(professionnels: readonly ProfessionnelPrevu[]): Map<string, ProfessionnelPrevu[]> {
  const equipes = new Map<string, ProfessionnelPrevu[]>();
  for (const professionnel of professionnels) {
    const lieux = [professionnel.etablissementId, ...professionnel.vacations.map((v) => v.etablissementId)];
    for (const lieu of new Set(lieux.filter((id) => id !== null)))
      equipes.set(lieu, [...(equipes.get(lieu) ?? []), professionnel]);
  }
  return equipes;
}

/** Les volants que rien n'occupe ce jour. */
export function listVolantsLibres(
  { professionnels }: Pick<Prevision, 'professionnels'>,
  jour: JourCivil,
): PosteDuJour[] {
  return listPostes(
    jour,
    professionnels.filter(({ etablissementId }) => etablissementId === null),
  ).filter(({ etablissementId, etat }) => etablissementId === null && etat === 'PREVU');
}

type AccueilDeCreche = AccueilAttendu & Readonly<{ etablissementId: string }>;

/** Les enfants attendus ce jour, toutes crèches ensemble : contrats, réservations, moins les absents. */
function listAccueils({ contrats, reservations, absences }: AccueilsPrevus, jour: JourCivil): AccueilDeCreche[] {
  const absents = new Set(absences.filter((absence) => containsJour(absence, jour)).map(({ enfantId }) => enfantId));
  const semaine = jourDeSemaine(jour);
  const accueils: AccueilDeCreche[] = [];
  for (const contrat of contrats) {
    if (contrat.du > jour || (contrat.au !== null && contrat.au < jour) || absents.has(contrat.enfantId)) continue;
    const plage = findPlage(contrat.semaine, semaine);
    if (plage) accueils.push(buildAccueil(contrat, plage.debut, plage.fin));
  }
  for (const reservation of reservations)
    if (reservation.jour === jour && !absents.has(reservation.enfantId))
      accueils.push(buildAccueil(reservation, reservation.debut, reservation.fin));
  return accueils;
}

function buildAccueil(
  { enfantId, etablissementId, sectionId, marcheDepuis, neLe, nature }: Enfant,
  debut: number,
  fin: number,
): AccueilDeCreche {
  return { enfantId, etablissementId, sectionId, marcheDepuis, neLe, nature, debut, fin };
}

/** Ce jour, ou le premier qui suit, puis ceux d'après, où une crèche au moins ouvre ; `nombre` jours. */
export function listJoursOuverts(
  etablissements: readonly EtablissementOuvert[],
  depuis: JourCivil,
  nombre: number,
): JourCivil[] {
  const jours: JourCivil[] = [];
  for (let ecart = 0; jours.length < nombre && ecart < 60; ecart += 1) {
    const jour = addJours(depuis, ecart);
    if (etablissements.some((etablissement) => isOuvert(etablissement, jour))) jours.push(jour);
  }
  return jours;
}
