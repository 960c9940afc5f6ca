/** Porte 1, pure : ce que d'autres modules emploient de l'équipe d'évaluation. */
export { canAttribuer } from './droits.ts';
