/**
 * Qui lit et qui tient les lignes budgétaires d'une crèche. `data/policies.sql` dit la même chose dans la base ; un essai les compare.
 * Attester un service fait : quiconque lit la ligne, car c'est la crèche qui voit si le ménage est fait.
 */
import { canFinancer, canSuivre } from '#modules/eaje/index.ts';
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

/** La ligne : l'unité de sa crèche, le service qui la tient ou personne d'autre que la crèche. */
export type CibleLigne = Readonly<{ uniteId: string; serviceId: string | null }>;

/** Les lignes que l'on voit ; la base dit lesquelles. */
export function canListBudget(agent: AgentEnSession): boolean {
  return canDo(agent, 'creches.suivre') || canDo(agent, 'creches.financer');
}

export function canReadLigne(agent: AgentEnSession, ligne: CibleLigne): boolean {
  return canSuivre(agent, ligne) || canArbitrerLigne(agent, ligne);
}

/** Voter une ligne : qui finance la crèche. */
export const canVoterLigne = canFinancer;

/** La corriger, en changer le budget : qui finance la crèche, ou le service qui la tient. */
export function canArbitrerLigne(agent: AgentEnSession, { uniteId, serviceId }: CibleLigne): boolean {
  return canFinancer(agent, { uniteId }) || (serviceId !== null && canFinancer(agent, { uniteId: serviceId }));
}

/** Y engager et mandater : les mêmes, et la crèche quand c'est elle qui la tient. */
export function canTenirLigne(agent: AgentEnSession, ligne: CibleLigne): boolean {
  return canArbitrerLigne(agent, ligne) || (ligne.serviceId === null && canSuivre(agent, ligne));
}
