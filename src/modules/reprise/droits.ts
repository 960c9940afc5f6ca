/** Qui peut reprendre des fichiers. `data/policies.sql` dit la même chose dans la base. */
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

export function canImport(agent: AgentEnSession): boolean {
  return canDo(agent, 'reprise.importer');
}

/** Trancher, reprendre, défaire : la personne qui a déposé le fichier ; toutes, s'il vient de la commande. */
export function canUpdateImportation(agent: AgentEnSession, cible: { parId: string | null }): boolean {
  return canImport(agent) && (cible.parId === null || cible.parId === agent.id);
}
