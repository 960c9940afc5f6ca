/** Qui peut changer les trames du département. `data/policies.sql` dit la même chose dans la base. */
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

export function canRecordTrame(agent: AgentEnSession): boolean {
  return canDo(agent, 'trames.gerer');
}
