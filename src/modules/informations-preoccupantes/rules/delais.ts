/**
 * Les délais du circuit : évaluer (IP-010, IP-011), qualifier (IP-005), dire les suites à la source (IP-024, IP-025), relancer le
 * parquet (IP-033), alerter avant le terme (IP-038).
 *
 * Ce que dit le texte : l'évaluation est achevée dans les trois mois de la réception ; le délai est réduit si un mineur a moins de
 * deux ans ou si le danger le veut, sans durée chiffrée (CASF D226-2-4 II). Le professionnel ou l'élu est informé des suites dans
 * les trois mois de sa transmission ; toute autre personne, à sa demande, dans les trois mois de cette demande (L226-5, al. 1 et 2).
 * Comment il est lu ici : de la réception à la cellule, pas de la qualification (IP-003) ; même quantième, sans report (TPS-06). La
 * durée réduite est un paramètre du département, et ne peut qu'abréger. Un anonyme ne reçoit pas de retour (IP-026, à confirmer).
 * Non traité : la durée réduite selon la nature du danger, que le texte ne chiffre pas : qui qualifie la décide et la motive.
 */
import { addAns, addJours, addMois, differenceEnJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { CategorieSource } from '../information.ts';

export type DelaiCompte = { pour: JourCivil; etapes: string[] };

const MOIS_EVALUATION = 3;
const MOIS_INFORMATION_SOURCE = 3;
const AGE_DELAI_REDUIT = 2;
/** IP-038 : jours depuis la réception où l'on alerte. */
export const ALERTES_JOURS = [60, 75, 90] as const;

/** Dernier jour pour achever l'évaluation, sans le raisonnement. */
export function computeTermeEvaluation(recueLe: JourCivil, reduitJours: number | null): JourCivil {
  const legale = addMois(recueLe, MOIS_EVALUATION);
  if (reduitJours === null) return legale;
  const reduite = addJours(recueLe, reduitJours);
  return reduite < legale ? reduite : legale;
}

/** Dernier jour pour achever l'évaluation. `reduitJours` : délai réduit décidé et motivé (IP-011). */
export function computeEcheanceEvaluation(recueLe: JourCivil, reduitJours: number | null): DelaiCompte {
  const legale = computeTermeEvaluation(recueLe, null);
  const depart = `Reçue le ${formatJour(recueLe, 'long')} par la cellule : le délai court de ce jour (IP-003).`;
  const etapeLegale = `${formatJour(recueLe, 'long')} + ${MOIS_EVALUATION} mois, même quantième, sans report = ${formatJour(legale, 'long')}.`;
  if (reduitJours === null) return { pour: legale, etapes: [depart, etapeLegale] };
  const reduite = addJours(recueLe, reduitJours);
  const pour = computeTermeEvaluation(recueLe, reduitJours);
  return {
    pour,
    etapes: [
      depart,
      etapeLegale,
      `Délai réduit à ${reduitJours} jours (IP-011 ; durée fixée par le département) : ${formatJour(reduite, 'long')}.`,
      ...(pour === legale ? ['Le délai de trois mois est plus court : il s’applique.'] : []),
    ],
  };
}

/** Un mineur du foyer a-t-il moins de deux ans ce jour ? Un enfant à naître aussi (IP-011). */
export function isDelaiReduitDu(
  mineurs: readonly { dateNaissance: JourCivil | null; ageEstime: number | null; aNaitre: boolean }[],
  jour: JourCivil,
): boolean {
  return mineurs.some(
    ({ dateNaissance, ageEstime, aNaitre }) =>
      aNaitre ||
      (dateNaissance === null
        ? ageEstime !== null && ageEstime < AGE_DELAI_REDUIT
        : addAns(dateNaissance, AGE_DELAI_REDUIT) > jour),
  );
}

type FaitsSource = { categorie: CategorieSource; transmiseLe: JourCivil; suitesDemandeesLe: JourCivil | null };
type TermeSource = { regle: 'IP-024' | 'IP-025'; depuis: JourCivil; pour: JourCivil };

/** Jour au plus tard pour dire les suites à la source, sans le raisonnement ; nul si rien n'est dû. */
export function computeTermeSource({ categorie, transmiseLe, suitesDemandeesLe }: FaitsSource): TermeSource | null {
  if (categorie === 'anonyme') return null;
  const professionnel = categorie === 'professionnel' || categorie === 'elu';
  const depuis = professionnel ? transmiseLe : suitesDemandeesLe;
  if (depuis === null) return null;
  return { regle: professionnel ? 'IP-024' : 'IP-025', depuis, pour: addMois(depuis, MOIS_INFORMATION_SOURCE) };
}

/** Jour au plus tard pour dire les suites à la source ; nul si rien n'est dû (anonyme, ou particulier qui n'a rien demandé). */
export function computeInformationSource(faits: FaitsSource): (DelaiCompte & TermeSource) | null {
  const terme = computeTermeSource(faits);
  if (terme === null) return null;
  const { regle, depuis: depart, pour } = terme;
  const quoi = regle === 'IP-024' ? 'Transmise par un professionnel ou un élu' : 'Suites demandées par la personne';
  return {
    ...terme,
    etapes: [
      `${quoi} le ${formatJour(depart, 'long')}.`,
      `${formatJour(depart, 'long')} + ${MOIS_INFORMATION_SOURCE} mois, même quantième = ${formatJour(pour, 'long')}.`,
    ],
  };
}

/** IP-038 : les alertes déjà passées, et celle qui vient ; une évaluation en retard reste ouverte, jamais close d'office. */
export function evaluateAlerte(
  recueLe: JourCivil,
  echeance: JourCivil,
  jour: JourCivil,
): { depassees: number; retardJours: number } {
  const age = differenceEnJours(recueLe, jour);
  return {
    depassees: ALERTES_JOURS.filter((alerte) => age >= alerte).length,
    retardJours: Math.max(0, differenceEnJours(echeance, jour)),
  };
}
