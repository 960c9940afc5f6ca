/** Porte 1, pure : les faits d'un accueil et ce qu'ils font devoir. */
export { FAITS_LIEUX_ACCUEIL } from './faits.ts';
export { REGLES_LIEUX_ACCUEIL } from './rules/sejour-pouponniere.ts';
