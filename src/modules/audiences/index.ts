/** Porte 1, pure : les faits des audiences et ce qu'ils font devoir. */
import type { Regle } from '#shared/obligation.ts';
import { REGLES_AVANT_AUDIENCE } from './rules/audience-du-juge.ts';
import { REGLES_DECISION_RENDUE } from './rules/decision-rendue.ts';
import { REGLES_PREPARATION } from './rules/preparation.ts';

export { AUDIENCE, FAITS_AUDIENCES } from './faits.ts';
export const REGLES_AUDIENCES: readonly Regle[] = [
  ...REGLES_AVANT_AUDIENCE,
  ...REGLES_DECISION_RENDUE,
  ...REGLES_PREPARATION,
];
