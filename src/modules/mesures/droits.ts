/**
 * Qui peut quoi sur les mesures d'un enfant. On les voit comme on voit l'enfant ; chaque acte demande en plus son habilitation.
 * `data/policies.sql` dit la même chose dans la base ; un essai par tirages les compare.
 */
import { type CibleEnfant, canReadEnfant } from '#modules/acces/index.ts';
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

/** Demander, proposer, inscrire l'accord, le refus ou son retrait. */
export function canProposerMesure(agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil): boolean {
  return canDo(agent, 'mesures.proposer') && canReadEnfant(agent, cible, jour);
}

export function canDonnerAvis(agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil): boolean {
  return canDo(agent, 'mesures.donner-avis') && canReadEnfant(agent, cible, jour);
}

/** Décider demande en plus une délégation ce jour : la commande la vérifie, et dit qui l'a. */
export function canDeciderMesure(agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil): boolean {
  return canDo(agent, 'mesures.decider') && canReadEnfant(agent, cible, jour);
}

/** Inscrire, corriger une décision reçue d'un juge, du parquet ou du préfet. */
export function canRecevoirDecision(agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil): boolean {
  return canDo(agent, 'mesures.recevoir') && canReadEnfant(agent, cible, jour);
}

/** Inscrire l'attente, le début, la suspension, la fin, et tout acte fait pour l'enfant. */
export function canExecuterMesure(agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil): boolean {
  return canDo(agent, 'mesures.executer') && canReadEnfant(agent, cible, jour);
}

/** La liste des mesures, et celle de ce qui attend : qui suit des enfants. */
export function canListMesures(agent: AgentEnSession): boolean {
  return canDo(agent, 'enfants.lire-mission') || canDo(agent, 'enfants.lire-perimetre');
}
