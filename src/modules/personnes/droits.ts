/** Qui peut réunir deux fiches. La base dit la même chose dans `enfants.fusionner()` et `enfants.separer()`. */
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

export function canFusionner(agent: AgentEnSession): boolean {
  return canDo(agent, 'enfants.fusionner');
}
