/** Les faits et les règles de tous les modules. Un module de plus : ses deux tableaux, une ligne chacun. */
import { FAITS_MESURES } from '#modules/mesures/index.ts';
import type { FaitDefini, Regle } from '#shared/obligation.ts';

export const FAITS: readonly FaitDefini[] = [...FAITS_MESURES];

export const REGLES: readonly Regle[] = [];
