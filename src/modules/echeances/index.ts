/** Porte 1, pure : le moteur des obligations et la simulation. */

export { EXEMPLES } from './rules/exemples.ts';
export { computeObligations, type ObligationDue, RegleEnPanne } from './rules/moteur.ts';
export { FAITS, MODULES_DE_DROIT, REGLES } from './rules/referentiel.ts';
export { buildSchemaJson, computeSimulation, formatFaute, parseDossier } from './rules/simulation.ts';
export { formatVigueur } from './rules/vigueur.ts';
