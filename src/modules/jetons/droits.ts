import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

/** Donner et révoquer les jetons de l'API ; un jeton n'en donne pas d'autre. */
export function canUpdateJeton(agent: AgentEnSession): boolean {
  return canDo(agent, 'api.gerer') && agent.jetonApi === undefined;
}
