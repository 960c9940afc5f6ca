/** Qui suit et relance les travaux de fond. `data/policies.sql` dit la même chose dans la base. */
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

export function canReadTravaux(agent: AgentEnSession): boolean {
  return canDo(agent, 'travaux.lire');
}

/** Un travail de nuit, qui ne reçoit rien, se refait sans dommage ; ce qui porte une demande se refait là où elle se fait. */
export function canRecordRelance(agent: AgentEnSession, { heure }: { heure: string | null }): boolean {
  return canReadTravaux(agent) && canDo(agent, 'travaux.relancer') && heure !== null;
}
