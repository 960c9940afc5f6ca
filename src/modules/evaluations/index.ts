/** Porte 1, pure : le vocabulaire et les règles de l'évaluation que d'autres modules emploient. */
export {
  type Conclusion,
  LIBELLE_AUPRES,
  LIBELLE_CONCLUSION,
  LIBELLE_ISSUE,
  LIBELLE_LIEU,
  LIBELLE_NON_SEUL,
  LIBELLE_PROPOSITION,
  type MotifNonSeul,
  type Proposition,
} from './evaluation.ts';
export { listRubriques, RUBRIQUES_FOYER, RUBRIQUES_MINEUR } from './rubrique.ts';
export type { FaitsEvaluation } from './rules/faits.ts';
export { REGLES_EVALUATIONS } from './rules/obligations.ts';
export { listImpossibles } from './rules/rencontres.ts';
