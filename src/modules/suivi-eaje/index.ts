/** Porte 1, pure : les faits de la vie d'une crèche et ce qu'ils font devoir. */
export { FAITS_SUIVI_EAJE } from './faits.ts';
export { REGLES_SUIVI_EAJE } from './rules/obligations.ts';
