/** Qui peut quoi sur les suites d'une information. `data/policies.sql` dit la même chose dans la base ; un essai par tirage les compare. */
import { type CibleInformation, canActer, canConduire } from '#modules/informations-preoccupantes/index.ts';
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

/** Décider demande en plus une délégation ce jour : la commande la vérifie, et dit qui l'a. */
export function canDecider(agent: AgentEnSession, cible: CibleInformation): boolean {
  return canActer(agent, cible, 'decider');
}

/** Inscrire l'accord ou le refus de la famille. */
export function canRecordAccord(agent: AgentEnSession, cible: CibleInformation): boolean {
  return canConduire(agent, cible);
}

/** La liste de ce que l'on doit dire : la cellule, l'encadrement, les évaluateurs, chacun pour ce qu'il conduit. */
export function canListADire(agent: AgentEnSession): boolean {
  return canDo(agent, 'ip.recueillir') || canDo(agent, 'ip.lire-perimetre') || canDo(agent, 'ip.evaluer');
}
