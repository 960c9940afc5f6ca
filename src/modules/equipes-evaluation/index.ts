/** Porte 1, pure : ce que d'autres modules emploient de l'équipe d'évaluation. */
export { canAttribuer } from './droits.ts';
export { REGLES_EQUIPES_EVALUATION } from './rules/obligations.ts';
