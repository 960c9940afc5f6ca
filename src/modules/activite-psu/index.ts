/** Porte 1, pure : ce que le tableau des crèches dit d'un seuil de bonus. */
export { findSeuilMixiteProche } from './rules/bonus.ts';
