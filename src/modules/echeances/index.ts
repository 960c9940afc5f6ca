/** Porte 1, pure : les faits et les règles réunis, le moteur des obligations et la simulation. */

export { type ChampDeFait, TYPES_DE_FAIT, type TypeDeFait } from './rules/champs-de-fait.ts';
export { EXEMPLES } from './rules/exemples.ts';
export { compareObligations, computeObligations, type ObligationDue, RegleEnPanne } from './rules/moteur.ts';
export { FAITS, formatVigueur, MODULES_DE_DROIT, REGLES } from './rules/referentiel.ts';
export {
  buildSchemaJson,
  computeSimulation,
  formatFaute,
  type LectureDeDossier,
  parseDossier,
} from './rules/simulation.ts';
