/** Porte 2 : les lectures et les actes de l'évaluation que d'autres modules appellent. */
export { type FaitsLus, getFaits } from './data/evaluation-queries.server.ts';
