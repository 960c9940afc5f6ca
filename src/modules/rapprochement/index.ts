/** Porte 1 : rapprocher des identités, sans base. */
export { matchListes } from './rules/listes.ts';
