/** Qui peut changer l'organisation et ses réglages. `data/policies.sql` dit la même chose dans la base. */
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

export function canUpdateOrganisation(agent: AgentEnSession): boolean {
  return canDo(agent, 'organisation.gerer');
}

export function canRecordParametre(agent: AgentEnSession): boolean {
  return canDo(agent, 'parametres.gerer');
}
