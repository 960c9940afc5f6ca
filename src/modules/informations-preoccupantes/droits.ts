/** Qui peut quoi sur une information préoccupante. `data/policies.sql` dit la même chose dans la base ; un essai par tirage les compare. */
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';

/** Ce qu'il faut savoir d'une information pour dire qui la voit. */
export type CibleInformation = {
  uniteId: string;
  /** L'équipe d'évaluation de ce jour. */
  evaluateurs: readonly string[];
  /** Un des mineurs a un dossier restreint où cet agent n'est pas nommé. */
  fermee: boolean;
  /** L'agent suit l'un des mineurs par une mission. */
  suitUnMineur: boolean;
};

/** Conduire : la cellule, l'encadrement de l'unité qui la traite, l'équipe d'évaluation. */
export function canConduire(agent: AgentEnSession, cible: CibleInformation): boolean {
  if (cible.fermee) return false;
  return (
    canDo(agent, 'ip.recueillir') ||
    (canDo(agent, 'ip.lire-perimetre') && agent.unites.includes(cible.uniteId)) ||
    (canDo(agent, 'ip.evaluer') && cible.evaluateurs.includes(agent.id))
  );
}

export function canReadInformation(agent: AgentEnSession, cible: CibleInformation): boolean {
  return canConduire(agent, cible) || (!cible.fermee && cible.suitUnMineur);
}

export function canCreateInformation(agent: AgentEnSession): boolean {
  return canDo(agent, 'ip.recueillir');
}

/** La liste et le tableau : la cellule, l'encadrement, les évaluateurs. */
export function canListInformations(agent: AgentEnSession): boolean {
  return canDo(agent, 'ip.recueillir') || canDo(agent, 'ip.lire-perimetre') || canDo(agent, 'ip.evaluer');
}

/** Analyser, qualifier, réorienter, transférer : la cellule. */
export function canRecueillir(agent: AgentEnSession, cible: CibleInformation): boolean {
  return canDo(agent, 'ip.recueillir') && !cible.fermee;
}

export function canReadAuteur(agent: AgentEnSession, cible: CibleInformation & { anonymatDemande: boolean }): boolean {
  return canConduire(agent, cible) && (!cible.anonymatDemande || canDo(agent, 'ip.lire-auteur'));
}
