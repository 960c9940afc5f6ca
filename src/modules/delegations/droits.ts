/** Qui peut tenir les délégations de signature. `data/policies.sql` dit la même chose dans la base. */
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

export function canRecordDelegation(agent: AgentEnSession): boolean {
  return canDo(agent, 'delegations.gerer');
}
