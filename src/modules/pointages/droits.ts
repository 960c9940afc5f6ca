/** Qui peut pointer et importer des badges. Voir et inscrire une présence suivent les droits de la crèche (`#modules/eaje`). */
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

/** Dans les crèches de son périmètre : la base écarte les autres. */
export function canImporterBadges(agent: AgentEnSession): boolean {
  return canDo(agent, 'creches.accueillir');
}
