/**
 * Qui peut quoi sur un agent et ses absences ; inscrire, affecter et organiser les postes, c'est tenir l'organisation.
 * `data/policies.sql` dit la même chose dans la base.
 */
import { canUpdateOrganisation } from '#modules/organisation/index.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';

/** Les unités des postes que l'agent visé tient ce jour : c'est par elles qu'on est de son équipe. */
export type EquipeDe = { agentId: string; unites: readonly string[] };

/** La hiérarchie de l'agent, ou qui tient l'organisation. */
export function canRecordAbsence(agent: AgentEnSession, cible: EquipeDe): boolean {
  return canUpdateOrganisation(agent) || cible.unites.some((unite) => agent.unites.includes(unite));
}

/** Le motif d'une absence se lit de l'intéressé, de sa hiérarchie et de qui tient l'organisation. */
export function canReadMotif(agent: AgentEnSession, cible: EquipeDe): boolean {
  return agent.id === cible.agentId || canRecordAbsence(agent, cible);
}
