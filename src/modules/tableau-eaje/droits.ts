import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

/**
 * Le tableau dit des heures, de l'argent et ce qui se suit : il se lit de qui finance et suit les crèches, et ne compte que celles de ses
 * unités. Qui ne les suivrait pas lirait zéro mesure en retard et zéro place gelée.
 */
export function canReadTableau(agent: AgentEnSession): boolean {
  return canDo(agent, 'creches.financer') && canDo(agent, 'creches.suivre');
}
