/** Qui peut dire que deux fiches sont deux personnes : qui corrige des identités ou ouvre des dossiers. La base dit la même chose. */
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

export function canDistinguer(agent: AgentEnSession): boolean {
  return canDo(agent, 'enfants.modifier') || canDo(agent, 'enfants.creer');
}
