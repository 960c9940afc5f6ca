/** Porte 1, pure : la journée d'une crèche comptée quart par quart, ce qu'il y faut et ce qui y manque. */
export type { AccueilAttendu, CodeDoute, CrecheOuverte, Journee, PosteDuJour, Sortie } from './prevision.ts';
export { type Bareme, getBareme } from './rules/bareme.ts';
export { computeMarges, listHeuresLibres, type Marche } from './rules/heures-libres.ts';
export { computeJournee, computePrevus } from './rules/journee.ts';
export {
  type Bilan,
  computeBilan,
  computeManque,
  computeManqueDuQuart,
  evaluateOccupationHebdomadaire,
} from './rules/manque.ts';
export { listPostes } from './rules/postes.ts';
export { listQuartsOu } from './rules/quarts.ts';
export { type CrecheDuJour, listCrechesDuJour, type Prevision } from './rules/territoire.ts';
