/** Porte 2 : où finiront les lignes de chaque crèche, pour le tableau du territoire (IND-24). */
export { type AtterrissageCreche, listAtterrissages } from './data/lignes-queries.server.ts';
