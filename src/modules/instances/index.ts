/** Porte 1, pure : les faits des instances et ce qu'ils font devoir. */
import type { Regle } from '#shared/obligation.ts';
import { REGLES_CESSEC } from './rules/cessec.ts';
import { REGLES_PUPILLE } from './rules/pupille.ts';
import { REGLES_STATUT } from './rules/statut.ts';

export { FAITS_INSTANCES } from './faits.ts';
export const REGLES_INSTANCES: readonly Regle[] = [...REGLES_CESSEC, ...REGLES_STATUT, ...REGLES_PUPILLE];
