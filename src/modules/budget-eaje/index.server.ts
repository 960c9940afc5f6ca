/** Porte 2 : où finiront les lignes de chaque crèche, et ce qu'elle paie d'intérim, pour le tableau du territoire (IND-24, IND-15). */
export {
  type AtterrissageCreche,
  listAtterrissages,
  listMoisInterim,
  type MoisInterim,
} from './data/lignes-queries.server.ts';
