/** Porte 1, pure : ce que les mesures d'un enfant font devoir. */
import type { Regle } from '#shared/obligation.ts';
import { REGLES_ACCUEIL_LONG } from './rules/accueil-long.ts';
import { REGLES_EXECUTION } from './rules/execution.ts';
import { REGLES_LIEU } from './rules/lieu.ts';
import { REGLES_MNA } from './rules/mineur-non-accompagne.ts';
import { REGLES_PROVISOIRE } from './rules/provisoire.ts';
import { REGLES_RAPPORT_JUGE } from './rules/rapport-juge.ts';
import { REGLES_TERME } from './rules/terme.ts';
import { REGLES_URGENCE } from './rules/urgence.ts';

export const REGLES_MESURES: readonly Regle[] = [
  ...REGLES_TERME,
  ...REGLES_EXECUTION,
  ...REGLES_LIEU,
  ...REGLES_RAPPORT_JUGE,
  ...REGLES_ACCUEIL_LONG,
  ...REGLES_URGENCE,
  ...REGLES_PROVISOIRE,
  ...REGLES_MNA,
];
