/** Porte 1, pure : les faits de l'accès à l'autonomie et ce qu'ils font devoir. */
import type { Regle } from '#shared/obligation.ts';
import { REGLES_ENTRETIEN } from './rules/entretien.ts';
import { REGLES_JEUNE_MAJEUR } from './rules/jeune-majeur.ts';

export { FAITS_AUTONOMIE } from './faits.ts';
export const REGLES_AUTONOMIE: readonly Regle[] = [...REGLES_ENTRETIEN, ...REGLES_JEUNE_MAJEUR];
