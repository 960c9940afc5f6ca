/** Porte 1, pure : le moteur des obligations et la simulation. */
export { computeObligations, type ObligationDue, RegleEnPanne } from './rules/moteur.ts';
export { FAITS, REGLES } from './rules/referentiel.ts';
export { buildSchemaJson, computeSimulation, formatFaute, parseDossier } from './rules/simulation.ts';
