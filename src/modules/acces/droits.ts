/**
 * Qui peut quoi sur un enfant. `data/policies.sql` dit la même chose dans la base ; `data/acces.base.test.ts` tire des
 * milliers de cas et refuse le moindre écart.
 */
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { containsJour, type Periode } from '#shared/periode.ts';

type MissionOuverte = {
  agentId: string | null;
  uniteId: string | null;
  periode: Periode;
  /** Ceux qui relaient ce jour le référent de cette mission ; vide pour toute autre mission. */
  relais: readonly string[];
};

/** Ce qu'il faut savoir d'un enfant pour dire qui le voit. */
export type CibleEnfant = {
  restreint: boolean;
  /** Dernier jour du dossier ; nul s'il est ouvert. */
  closLe: JourCivil | null;
  nommes: readonly { agentId: string; periode: Periode }[];
  missions: readonly MissionOuverte[];
  brisDeGlace: readonly { agentId: string; enCours: boolean }[];
};

/**
 * On voit par une mission ouverte, un bris de glace en cours, ou en étant nommé si le dossier est restreint. Un dossier clos
 * se relit de qui encadre une unité qui l'a suivi.
 */
export function canReadEnfant(agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil): boolean {
  return (
    canFollowEnfant(agent, cible, jour) ||
    canReadClos(agent, cible, jour) ||
    (!cible.restreint && cible.brisDeGlace.some((bris) => bris.agentId === agent.id && bris.enCours))
  );
}

function canReadClos(agent: AgentEnSession, { restreint, closLe, missions }: CibleEnfant, jour: JourCivil): boolean {
  if (restreint || closLe === null || closLe >= jour || !canDo(agent, 'enfants.lire-clos')) return false;
  return missions.some(({ uniteId }) => uniteId !== null && agent.unites.includes(uniteId));
}

/** Voir autrement que par bris de glace : sans cela, l'urgence d'un jour se donnerait une mission pour toujours. */
function canFollowEnfant(agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil): boolean {
  if (cible.restreint) return cible.nommes.some((n) => n.agentId === agent.id && containsJour(n.periode, jour));
  return cible.missions.some((mission) => containsJour(mission.periode, jour) && isSaMission(agent, mission));
}

function isSaMission(agent: AgentEnSession, { agentId, uniteId, relais }: MissionOuverte): boolean {
  if (agentId === agent.id || relais.includes(agent.id)) return canDo(agent, 'enfants.lire-mission');
  return uniteId !== null && agent.unites.includes(uniteId) && canDo(agent, 'enfants.lire-perimetre');
}

export function canCreateEnfant(agent: AgentEnSession): boolean {
  return canDo(agent, 'enfants.creer');
}

export function canUpdateEnfant(agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil): boolean {
  return canDo(agent, 'enfants.modifier') && canReadEnfant(agent, cible, jour);
}

/** Rouvrir : pouvoir ouvrir un dossier, et suivre l'enfant ou encadrer une unité qui l'a suivi ; l'urgence ne suffit pas. */
export function canRecordReouverture(agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil): boolean {
  if (cible.closLe === null || !canDo(agent, 'enfants.creer')) return false;
  return canFollowEnfant(agent, cible, jour) || canReadClos(agent, cible, jour);
}

/** Fermer ; changer le jour d'une fermeture demande le droit de rouvrir. */
export function canCloseDossier(agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil): boolean {
  return canUpdateEnfant(agent, cible, jour) && (cible.closLe === null || canRecordReouverture(agent, cible, jour));
}

/** Donner, déplacer ou retirer une mission : il faut suivre l'enfant, pas l'avoir ouvert en urgence. */
export function canRecordMission(agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil): boolean {
  return canDo(agent, 'enfants.affecter') && canFollowEnfant(agent, cible, jour);
}

/** Confier ou reprendre les enfants d'un référent : lui-même, ou qui donne des missions et encadre son unité. */
export function canRecordRelais(
  agent: AgentEnSession,
  relaye: { agentId: string; unites: readonly string[] },
): boolean {
  if (relaye.agentId === agent.id) return true;
  return canDo(agent, 'enfants.affecter') && relaye.unites.some((unite) => agent.unites.includes(unite));
}

export function canRecordRestriction(agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil): boolean {
  return canDo(agent, 'enfants.proteger') && canFollowEnfant(agent, cible, jour);
}

export function canOpenBrisDeGlace(agent: AgentEnSession): boolean {
  return canDo(agent, 'acces.bris-de-glace');
}

/** Nul ne revoit ses propres ouvertures. */
export function canRecordRevue(agent: AgentEnSession, bris: { agentId: string }): boolean {
  return canDo(agent, 'acces.revoir') && bris.agentId !== agent.id;
}

export function canReadRevue(agent: AgentEnSession): boolean {
  return canDo(agent, 'acces.revoir');
}
