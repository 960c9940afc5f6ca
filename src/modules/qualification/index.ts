/** Porte 1, pure : ce que la première analyse d'une information doit. */
export { REGLES_QUALIFICATION } from './rules/obligations.ts';
