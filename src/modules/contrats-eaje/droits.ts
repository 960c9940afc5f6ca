/**
 * Qui lit et tient les familles, leurs enfants et leurs contrats. Une famille ne se lit que de qui l'accueille ; un enfant et son contrat, de
 * qui lit la crèche. `data/policies.sql` dit la même chose dans la base ; un essai les compare.
 */
import { canAccueillir, canReadCreche } from '#modules/eaje/index.ts';
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

export const canReadFamille = canAccueillir;
export const canReadEnfantAccueilli = canReadCreche;
/** Inscrire une famille, un enfant, un contrat, un avenant, une absence, une réservation. */
export const canUpdateAccueil = canAccueillir;

/** Saisir le barème des participations : qui saisit celui de la PSU. */
export function canUpdateBareme(agent: AgentEnSession): boolean {
  return canDo(agent, 'creches.financer');
}
