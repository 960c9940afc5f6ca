import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

/** Ouvrir et fermer des comptes, retirer un second facteur, fermer des sessions. */
export function canUpdateCompte(agent: AgentEnSession): boolean {
  return canDo(agent, 'comptes.gerer') && agent.jetonApi === undefined;
}

/** Fermer un compte : jamais le sien, on se mettrait dehors sans retour. */
export function canCloseCompte(agent: AgentEnSession, compte: { agentId: string | null }): boolean {
  return canUpdateCompte(agent) && compte.agentId !== agent.id;
}
