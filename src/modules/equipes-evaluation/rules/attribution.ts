/**
 * Attribuer une évaluation : à quel territoire, et sous combien de jours.
 *
 * Ce que dit le texte (CASF D226-2-4 I) : l'information qualifiée est confiée à l'équipe pluridisciplinaire d'évaluation. Aucun délai
 * propre à l'attribution ; celui de trois mois court déjà depuis la réception (IP-003).
 * Comment il est lu ici : le territoire est proposé par l'adresse (commune, secteur, unité qui la dessert) ; le département se donne
 * un nombre de jours pour attribuer. Qui attribue peut choisir un autre territoire.
 * Non traité : le foyer qui a deux adresses dans deux territoires.
 */
import { CASF_D226_2_4_I } from '#modules/informations-preoccupantes/index.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';

/** Une unité qui dessert la commune de l'information, en tout ou pour un quartier. */
export type Desserte = { uniteId: string; unite: string; quartier: string; territoireId: string; territoire: string };

export type TerritoirePropose = { uniteId: string | null; etapes: string[] };

export function computeTerritoire(commune: string | null, dessertes: readonly Desserte[]): TerritoirePropose {
  if (commune === null)
    return { uniteId: null, etapes: ['L’adresse ne dit pas la commune : choisissez le territoire.'] };
  const [premiere] = dessertes;
  if (!premiere) return { uniteId: null, etapes: [`${commune} : aucune unité ne dessert cette commune ce jour.`] };
  const etapes = dessertes.map(({ unite, quartier, territoire }) => {
    const ou = quartier === '' ? commune : `${commune}, ${quartier}`;
    return territoire === unite
      ? `${ou} : desservie par ${unite}.`
      : `${ou} : desservie par ${unite}, qui dépend de ${territoire}.`;
  });
  const unites = new Set(dessertes.map(({ uniteId }) => uniteId));
  if (unites.size === 1) return { uniteId: premiere.uniteId, etapes };
  return { uniteId: null, etapes: [...etapes, 'Plusieurs unités la desservent selon le quartier : choisissez.'] };
}

const USAGE: TexteLegal = {
  code: 'Paramètre',
  article: 'délai d’attribution',
  source: 'réglage du département',
  confiance: 'local',
};
export const TEXTES_ATTRIBUTION: readonly TexteLegal[] = [CASF_D226_2_4_I, USAGE];

/** Jour au plus tard pour attribuer, sans le raisonnement. */
export function computeTermeAttribution(qualifieeLe: JourCivil, jours: number): JourCivil {
  return addJours(qualifieeLe, jours);
}

/** Jour au plus tard pour attribuer, selon le réglage du département. */
export function computeAttributionDue(qualifieeLe: JourCivil, jours: number): { pour: JourCivil; etapes: string[] } {
  const pour = computeTermeAttribution(qualifieeLe, jours);
  return {
    pour,
    etapes: [
      `Qualifiée le ${formatJour(qualifieeLe, 'long')} + ${jours} jour${jours > 1 ? 's' : ''} (réglage du département) = ${formatJour(pour, 'long')}.`,
      'Le délai légal de l’évaluation, lui, court depuis la réception (IP-003).',
    ],
  };
}
