/** Porte 1, pure : le vocabulaire et les règles de l'évaluation que d'autres modules emploient. */
export { type Conclusion, LIBELLE_CONCLUSION, type Proposition } from './evaluation.ts';
export type { FaitsEvaluation } from './rules/faits.ts';
export { listImpossibles } from './rules/rencontres.ts';
