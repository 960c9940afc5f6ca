/**
 * Les murs et l'autorisation d'une crèche (CAP-02, CAP-03, CAP-24, CAP-25).
 *
 * Ce que disent les textes : une unité d'accueil a soixante places au plus (CSP R2324-46) ; l'autorisation vaut quinze ans
 * (CSP L2324-1-1) ; sept mètres carrés par place et un plan de change pour dix, pour les demandes faites après le 31 août 2022
 * (arrêté du 31 août 2021).
 * Comment ils sont lus ici : on prévient avant la fin de l'autorisation, des mois que le département règle. Une
 * tranche commencée de dix places demande son plan de change. Le jour de la demande n'est pas tenu : celui où l'autorisation commence en
 * tient lieu, et ce qui fut autorisé avant le référentiel ne lui manque de rien.
 * Non traité : la surface réduite des communes les plus denses (dite à l'écran) et l'espace extérieur, faute de la densité ; un directeur
 * pour plusieurs crèches (CAP-17, CSP R2324-34-2) : un professionnel n'a qu'un rattachement à la fois.
 */
import { createDonneeDatee } from '#shared/donnee-datee.ts';
import { addAns, addJours, addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { containsJour } from '#shared/periode.ts';
import { accepte, avertit, computeVerdict, oppose, type Verdict } from '#shared/verdict.ts';
import { ARRETE_BATIMENT, CSP_L2324_1_1, CSP_R2324_46 } from './textes.ts';

const REFORME = jourCivil('2021-09-01');
/** CAP-02 */
export const PLACES_PAR_UNITE = createDonneeDatee('places d’une unité d’accueil', [
  { du: REFORME, au: null, valeur: 60, texte: CSP_R2324_46 },
]);
/** CAP-03, en années. */
const DUREE_AUTORISATION = createDonneeDatee('durée de l’autorisation', [
  { du: jourCivil('2025-01-01'), au: null, valeur: 15, texte: CSP_L2324_1_1 },
]);
/** CAP-24, en mètres carrés par place ; CAP-25, en places par plan de change. */
const BATIMENT = createDonneeDatee('référentiel bâtimentaire', [
  { du: jourCivil('2022-09-01'), au: null, valeur: { surface: 7, change: 10 }, texte: ARRETE_BATIMENT },
]);

/** CAP-02 : les unités suffisent-elles à ces places, et aucune n'en a-t-elle trop ? */
export function evaluateUnites(
  places: number,
  unites: readonly { nom: string; places: number }[],
  jour: JourCivil,
): Verdict {
  const maximum = PLACES_PAR_UNITE.at(jour);
  const trop = unites.filter((unite) => unite.places > maximum);
  const verdicts = trop.map(({ nom }) => oppose(`« ${nom} » dépasse ${maximum} places.`, [CSP_R2324_46]));
  const dues = Math.ceil(places / maximum);
  if (unites.length < dues)
    verdicts.push(avertit(`${places} places demandent au moins ${dues} unités d’accueil.`, [CSP_R2324_46]));
  return computeVerdict([accepte(), ...verdicts]);
}

/** CAP-03 : le dernier jour d'une autorisation donnée ce jour. */
export function computeFinAutorisation(du: JourCivil): JourCivil {
  const duree = DUREE_AUTORISATION.versions.at(-1)?.valeur ?? 0;
  return addJours(addAns(du, duree), -1);
}

export type EtatAutorisation = 'sans' | 'a-renouveler' | 'en-cours';

/** CAP-03 : faut-il déjà préparer le renouvellement ? `mois` : le paramètre `creches.renouvellement-mois`. */
export function evaluateAutorisation(
  autorisation: { au: JourCivil | null } | undefined,
  jour: JourCivil,
  mois: number,
): EtatAutorisation {
  if (autorisation === undefined) return 'sans';
  return autorisation.au !== null && addMois(autorisation.au, -mois) <= jour ? 'a-renouveler' : 'en-cours';
}

type MursDus = Readonly<{ surface: number; plansDeChange: number }>;

/** CAP-24 et CAP-25 : ce que les places demandent aux murs ; rien à ce qui fut autorisé avant le référentiel. */
export function computeMursDus({ places, du }: { places: number; du: JourCivil }): MursDus | null {
  const valeur = BATIMENT.versions.find((version) => containsJour(version, du))?.valeur;
  return valeur ? { surface: places * valeur.surface, plansDeChange: Math.ceil(places / valeur.change) } : null;
}
export const TEXTES_MURS = [ARRETE_BATIMENT];
