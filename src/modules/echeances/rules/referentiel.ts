/** Les faits et les règles de tous les modules. Un module de plus : ses deux tableaux, une ligne chacun. */
import type { FaitDefini, Regle } from '#shared/obligation.ts';

export const FAITS: readonly FaitDefini[] = [];

export const REGLES: readonly Regle[] = [];
