/** Porte 2 : les lectures et les actes de l'évaluation que d'autres modules appellent. */
export { listEcheances } from './data/echeances-queries.server.ts';
export { type FaitsLus, getFaits } from './data/evaluation-queries.server.ts';
