/** Qui peut quoi sur une évaluation. `data/policies.sql` dit la même chose dans la base ; un essai par tirage les compare. */
import { type CibleInformation, canActer, canConduire } from '#modules/informations-preoccupantes/index.ts';
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

/** Rencontrer, recueillir, écrire, remettre : l'équipe de ce jour, et elle seule. */
export function canEvaluer(agent: AgentEnSession, cible: CibleInformation): boolean {
  return canDo(agent, 'ip.evaluer') && !cible.fermee && cible.evaluateurs.includes(agent.id);
}

/** Valider ou rendre pour complément ; la règle écarte en plus qui a évalué. */
export function canValider(agent: AgentEnSession, cible: CibleInformation): boolean {
  return canDo(agent, 'ip.valider') && canConduire(agent, cible);
}

/** Soumettre à la validation ce qui est remis : l'équipe, ou l'encadrement qui le reçoit. */
export function canSoumettre(agent: AgentEnSession, cible: CibleInformation): boolean {
  return canEvaluer(agent, cible) || canValider(agent, cible);
}

/** Suspendre sur décision judiciaire, et reprendre. */
export function canSuspendre(agent: AgentEnSession, cible: CibleInformation): boolean {
  return canActer(agent, cible, 'suspendre');
}
