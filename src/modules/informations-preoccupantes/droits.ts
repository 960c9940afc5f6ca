/** Qui peut quoi sur une information préoccupante. `data/policies.sql` dit la même chose dans la base ; un essai par tirage les compare. */
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';
import type { Habilitation } from '#shared/habilitation.ts';
import type { ActeInformation } from './rules/transitions.ts';

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

/** Qui fait chaque acte, et l'une des habilitations qu'il y faut. Décider demande en plus une délégation ce jour. */
const QUI_AGIT: Record<ActeInformation, { qui: string; habilitations: readonly Habilitation[] }> = {
  analyser: { qui: 'la cellule', habilitations: ['ip.recueillir'] },
  requalifier: { qui: 'la cellule', habilitations: ['ip.recueillir'] },
  qualifier: { qui: 'la cellule', habilitations: ['ip.recueillir'] },
  transferer: { qui: 'la cellule', habilitations: ['ip.recueillir'] },
  attribuer: { qui: 'l’encadrement du territoire ou la cellule', habilitations: ['ip.attribuer'] },
  debuter: { qui: 'l’équipe d’évaluation', habilitations: ['ip.evaluer'] },
  suspendre: { qui: 'l’encadrement du territoire', habilitations: ['ip.valider', 'ip.attribuer'] },
  reprendre: { qui: 'l’encadrement du territoire', habilitations: ['ip.valider', 'ip.attribuer'] },
  'remettre-rapport': { qui: 'l’équipe d’évaluation', habilitations: ['ip.evaluer'] },
  'soumettre-validation': { qui: 'l’équipe d’évaluation', habilitations: ['ip.evaluer', 'ip.valider'] },
  valider: { qui: 'l’encadrement, hors de l’équipe', habilitations: ['ip.valider'] },
  'demander-complement': { qui: 'l’encadrement, hors de l’équipe', habilitations: ['ip.valider'] },
  decider: { qui: 'le délégataire du président', habilitations: ['ip.decider'] },
  'clore-classement': { qui: 'l’encadrement', habilitations: ['ip.decider', 'ip.valider'] },
  'clore-administratif': { qui: 'l’encadrement', habilitations: ['ip.decider', 'ip.valider'] },
  'clore-judiciaire': { qui: 'l’encadrement', habilitations: ['ip.decider', 'ip.valider'] },
};

/** Cet agent peut-il faire cet acte sur cette information, si l'état le permet ? */
export function canActer(agent: AgentEnSession, cible: CibleInformation, acte: ActeInformation): boolean {
  return canConduire(agent, cible) && QUI_AGIT[acte].habilitations.some((habilitation) => canDo(agent, habilitation));
}

/** « la cellule », « l'équipe d'évaluation » : à qui l'acte revient. */
export function formatQuiAgit(acte: ActeInformation): string {
  return QUI_AGIT[acte].qui;
}
