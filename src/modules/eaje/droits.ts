/**
 * Qui peut quoi sur une crèche : l'habilitation, et l'unité de la crèche dans son périmètre.
 * `data/policies.sql` dit la même chose dans la base ; un essai les compare.
 */
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';
import type { Habilitation } from '#shared/habilitation.ts';

/** L'unité de la crèche, ou le territoire d'un volant. */
export type CibleCreche = { uniteId: string };

const canSur = (habilitation: Habilitation) => (agent: AgentEnSession, cible: CibleCreche) =>
  canDo(agent, habilitation) && agent.unites.includes(cible.uniteId);

export const canReadCreche = canSur('creches.lire');
/** Autorisation, ouverture, sections, professionnels et horaires. */
export const canTenirCreche = canSur('creches.tenir');
/** Familles, contrats, absences et présences. */
export const canAccueillir = canSur('creches.accueillir');
/** Heures, PSU et dépenses. */
export const canFinancer = canSur('creches.financer');
/** Contrôles, faits marquants, travaux. */
export const canSuivre = canSur('creches.suivre');
