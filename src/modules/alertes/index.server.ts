/** Porte 2 : les travaux du matin, et ce que la mesure éprouve. */
export { recordPublication } from './data/publication.server.ts';
export { TRAVAUX } from './data/travaux.server.ts';
