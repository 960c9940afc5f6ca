/** Porte 1, pure : le vocabulaire et les faits des suites que d'autres modules emploient. */
export { LIBELLE_DECISION } from './decision.ts';
export { LIBELLE_NATURE_ENVISAGEE, NATURES_ENVISAGEES } from './mesure-envisagee.ts';
export type { FaitsSuites } from './rules/faits.ts';
export { REGLES_SUITES } from './rules/obligations.ts';
