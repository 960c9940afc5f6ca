/** Qui peut quoi sur un signalement. `data/policies.sql` dit la même chose dans la base ; un essai par tirage les compare. */
import { type CibleInformation, canConduire } from '#modules/informations-preoccupantes/index.ts';
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

/** Rédiger, envoyer, suivre un signalement : qui conduit l'information. Le signer demande en plus une délégation. */
export function canSuivreSignalement(agent: AgentEnSession, cible: CibleInformation): boolean {
  return canConduire(agent, cible);
}

/** La liste : la cellule, l'encadrement, les évaluateurs, chacun pour ce qu'il conduit. */
export function canListSignalements(agent: AgentEnSession): boolean {
  return canDo(agent, 'ip.recueillir') || canDo(agent, 'ip.lire-perimetre') || canDo(agent, 'ip.evaluer');
}
