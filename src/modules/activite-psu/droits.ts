/** Qui voit et tient l'argent des crèches ; `data/policies.sql` dit la même chose dans la base. */
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

/** Le tableau de ses crèches, le barème, les déclarations. Une crèche : `canFinancer` du module eaje. */
export function canListActivite(agent: AgentEnSession): boolean {
  return canDo(agent, 'creches.financer');
}
