/** Qui attribue une évaluation. `data/policies.sql` dit la même chose dans la base. */
import { type CibleInformation, canActer } from '#modules/informations-preoccupantes/index.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';

/** Confier à un territoire, nommer et changer l'équipe : la cellule et l'encadrement de l'unité qui traite l'information. */
export function canAttribuer(agent: AgentEnSession, cible: CibleInformation): boolean {
  return canActer(agent, cible, 'attribuer');
}
