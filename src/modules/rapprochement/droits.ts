/** Qui reconnaît qui, et qui peut dire que deux fiches sont deux personnes. La base dit la même chose. */
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

/** Corriger des identités ou ouvrir des dossiers. */
export function canDistinguer(agent: AgentEnSession): boolean {
  return canDo(agent, 'enfants.modifier') || canDo(agent, 'enfants.creer');
}

/**
 * On reconnaît les personnes que l'on voit. Qui recueille les informations préoccupantes reconnaît dans tout le département, sauf
 * un enfant restreint et ceux qu'on ne connaît que par lui : une identité, le numéro du dossier, qui suit (CASF L226-3).
 */
export function canReconnaitre(agent: AgentEnSession, cible: { vue: boolean; restreinte: boolean }): boolean {
  return cible.vue || (!cible.restreinte && canDo(agent, 'ip.recueillir'));
}
