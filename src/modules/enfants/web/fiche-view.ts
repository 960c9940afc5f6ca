import type { FoyerDuDossier } from '#modules/personnes/index.server.ts';
import {
  formatAdresse,
  formatAge,
  LIBELLE_FILIATION,
  LIBELLE_LIEN_QUALITE,
  LIBELLE_RESIDENCE,
} from '#modules/personnes/index.ts';
import { addAns, addJours, anniversaire, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { containsJour, type Periode } from '#shared/periode.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { Motif } from '#shared/verdict.ts';
import type { CouloirDeFrise, PeriodeDeFrise } from '#web/ui/frise-contenu.ts';
import type { AutoriteParentale } from '../autorite-parentale.ts';
import type { Dossier } from '../data/dossier-entier-queries.server.ts';
import { LIBELLE_REOUVERTURE_MOTIF, type Reouverture } from '../reouverture.ts';
import { evaluateAutorite, formatAutorite } from '../rules/autorite-parentale.ts';
import { evaluateStatut, QUI_DECIDE } from '../rules/statut.ts';
import { LIBELLE_STATUT } from '../statut.ts';

/** Ce que la fiche montre de la situation du jour. */
export function buildSituation(dossier: Dossier, jour: JourCivil) {
  const { enTete, autorites, statuts, foyers, missions, fratrie, reouvertures } = dossier;
  const autorite = evaluateAutorite(autorites, jour, enTete.dateNaissance);
  const statut = evaluateStatut(statuts, enTete.dateNaissance, jour);
  const referent = missions.find((mission) => mission.nature === 'referent' && containsJour(mission, jour));
  const territoire = missions.find((mission) => mission.nature === 'territoire' && containsJour(mission, jour));
  const foyer =
    foyers.find((f) => containsJour(f, jour) && f.residence === 'principale') ??
    foyers.find((f) => containsJour(f, jour));
  const adresse = foyer?.adresses.find((a) => containsJour(a, jour)) ?? null;
  const decide = QUI_DECIDE[statut.code];
  return {
    autorite: formatAutorite(autorite),
    contradictions: autorite.contradictions.map(formatMotif),
    statut: LIBELLE_STATUT[statut.code],
    majorite: statut.majorite,
    decide: { usuels: decide.usuels, nonUsuels: decide.nonUsuels, textes: decide.textes.map(formatTexte) },
    referent: referent ? { nom: referent.nom, detail: formatReferent(referent) } : null,
    territoire: territoire?.nom ?? null,
    rouvert: formatReouverture(reouvertures.at(-1)),
    foyer: foyer
      ? { libelle: foyer.libelle, adresse: formatAdresse(adresse), depuis: formatJour(foyer.du, 'long') }
      : null,
    fratrie: fratrie.map(({ id, prenom, identite, nature }) => ({
      id,
      nature,
      nom: identite ? `${prenom}, ${formatAge(identite, jour)}` : prenom,
    })),
  };
}

/** « depuis le 3 mars 2024 · relayé par Prénom Nom jusqu’au 30/11/2026 » */
function formatReferent({ du, relais, relaisJusquAu }: Dossier['missions'][number]): string {
  const depuis = `depuis le ${formatJour(du, 'long')}`;
  return relais && relaisJusquAu
    ? `${depuis} · relayé par ${relais} jusqu’au ${formatJour(relaisJusquAu, 'court')}`
    : depuis;
}

/** « rouvert le 21 novembre 2026 : nouvelle mesure » */
function formatReouverture(derniere: Reouverture | undefined): string | undefined {
  return (
    derniere && `rouvert le ${formatJour(derniere.rouvertLe, 'long')} : ${LIBELLE_REOUVERTURE_MOTIF[derniere.motif]}`
  );
}

function formatMotif({ motif, textes, etapes }: Motif): { motif: string; detail: string } {
  return { motif, detail: [...etapes, ...textes.map(formatTexte)].join(' · ') };
}

/** Les couloirs du parcours que ce module connaît ; les autres modules ajouteront les leurs. */
export function buildCouloirs({
  enTete,
  statuts,
  autorites,
  foyers,
  partenaires,
  missions,
}: Dossier): CouloirDeFrise[] {
  const couloir = <T extends Periode>(
    titre: string,
    lignes: readonly T[],
    libelle: (ligne: T) => string,
    ton?: 'attente' | 'accent' | 'fait',
  ) => ({
    titre,
    periodes: lignes.map((ligne) => ({ du: ligne.du, au: ligne.au, libelle: libelle(ligne), ton })),
  });
  return [
    couloir('Statut', statuts, ({ code }) => LIBELLE_STATUT[code], 'attente'),
    { titre: 'Autorité', periodes: listExercices(autorites, enTete.dateNaissance) },
    couloir('Vit avec', foyers, ({ libelle }) => libelle, 'fait'),
    couloir(
      'Scolarité',
      partenaires.filter(({ qualite }) => qualite === 'scolarite'),
      ({ nom }) => nom,
    ),
    couloir(
      'Référent',
      missions.filter(({ nature }) => nature === 'referent'),
      ({ nom }) => nom,
      'accent',
    ),
    couloir(
      'Territoire',
      missions.filter(({ nature }) => nature === 'territoire'),
      ({ nom }) => nom,
    ),
  ].filter(({ periodes }) => periodes.length > 0);
}

/** L'exercice de l'autorité parentale, d'un changement à l'autre : une phrase par période, même quand ils sont deux. */
function listExercices(autorites: readonly AutoriteParentale[], naissance: JourCivil | null): PeriodeDeFrise[] {
  const bornes = autorites.flatMap(({ du, au }) => (au === null ? [du] : [du, addJours(au, 1)]));
  const majorite = naissance === null ? [] : [anniversaire(naissance, 18)];
  const debuts = [...new Set([...bornes, ...majorite])].toSorted();
  return debuts.flatMap((du, rang): PeriodeDeFrise[] => {
    const autorite = evaluateAutorite(autorites, du, naissance);
    if (autorite.mode === 'inconnu' || autorite.mode === 'majeur') return [];
    const suivant = debuts[rang + 1];
    return [{ du, au: suivant ? addJours(suivant, -1) : null, libelle: formatAutorite(autorite), ton: 'attente' }];
  });
}

/** La fenêtre de la frise : un an, cinq ans, ou tout depuis la plus ancienne ligne. */
export function computeFenetre(
  couloirs: readonly CouloirDeFrise[],
  zoom: string,
  jour: JourCivil,
): { du: JourCivil; au: JourCivil } {
  const debuts = couloirs.flatMap(({ periodes = [] }) => periodes.map(({ du }) => du)).toSorted();
  const ilYA = (ans: number) => addAns(jour, -ans);
  const tout = debuts[0] && debuts[0] < ilYA(1) ? debuts[0] : ilYA(1);
  return { du: zoom === '1' ? ilYA(1) : zoom === '5' ? ilYA(5) : tout, au: jour };
}

/** Qui entoure l'enfant aujourd'hui. */
export function buildEntourage({ liens, partenaires, foyers, enTete }: Dossier, jour: JourCivil) {
  return {
    foyers: foyers.filter((foyer) => containsJour(foyer, jour)).map((foyer) => buildFoyer(foyer, enTete.prenom, jour)),
    proches: liens
      .filter((lien) => containsJour(lien, jour) && lien.qualite !== 'frere-soeur')
      .map((lien) => ({
        id: lien.id,
        personneId: lien.personneId,
        nom: formatPersonne(lien.personne),
        detail: [
          LIBELLE_LIEN_QUALITE[lien.qualite],
          lien.filiation && lien.filiation !== 'etablie' ? `filiation ${LIBELLE_FILIATION[lien.filiation]}` : null,
          lien.personne.dateDeces ? 'décédé' : lien.personne.telephone,
        ]
          .filter(Boolean)
          .join(' · '),
      })),
    partenaires: partenaires
      .filter((partenaire) => containsJour(partenaire, jour))
      .map(({ id, nom, qualite, interlocuteur, telephone }) => ({
        id,
        nom,
        qualite,
        detail: [interlocuteur, telephone].filter(Boolean).join(' · '),
      })),
  };
}

function buildFoyer(foyer: FoyerDuDossier, prenom: string, jour: JourCivil) {
  const { menageId, membreId, libelle, residence, adresses, membres } = foyer;
  const adresse = adresses.find((a) => containsJour(a, jour)) ?? null;
  return {
    id: menageId,
    libelle,
    detail: `${LIBELLE_RESIDENCE[residence]} · ${formatAdresse(adresse)}`,
    habitants: [{ id: membreId, nom: prenom }, ...membres.map(({ id, nom }) => ({ id, nom }))],
  };
}

export type Entourage = ReturnType<typeof buildEntourage>;
