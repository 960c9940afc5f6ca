/** Porte 1 : rapprocher des identités, sans base ; dire ce qu'on en a conclu. */
export { CHAMPS_RECONNUS, isCherchable, readIdentite } from './identite-saisie.ts';
export { isRapprochee, LIBELLE_VERDICT } from './ressemblance.ts';
export { matchListes } from './rules/listes.ts';
