/**
 * Qui peut quoi sur la journée d'une crèche. Le planning du jour se tient par qui tient la crèche, et par la responsable qui y
 * accueille : elle seule sait, le matin, qui manque. `eaje/data/policies.sql` dit la même chose.
 */
import { canAccueillir, canTenirCreche } from '#modules/eaje/index.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';

type Cible = Readonly<{ uniteId: string }>;

export function canTenirPlanning(agent: AgentEnSession, cible: Cible): boolean {
  return canTenirCreche(agent, cible) || canAccueillir(agent, cible);
}

/** Proposer un remède à la responsable d'une crèche : de qui la suit sans en tenir les journées. */
export function canProposer(agent: AgentEnSession, cible: Cible): boolean {
  return canTenirCreche(agent, cible);
}
