/** Qui lit et tient les travaux d'une crèche ; `data/policies.sql` dit la même chose dans la base, un essai les compare. */
import { canSuivre, canTenirCreche } from '#modules/eaje/index.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import type { EtatTravaux } from './dossier-travaux.ts';

type Cible = { uniteId: string };

export const canReadTravaux = canSuivre;
/** Inscrire un besoin, un point de réouverture, une information : ce que la crèche fait elle-même. */
export const canDemander = canSuivre;
/** Chiffrer, valider, programmer, reloger, rouvrir : le territoire. */
export function canDecider(agent: AgentEnSession, cible: Cible): boolean {
  return canSuivre(agent, cible) && canTenirCreche(agent, cible);
}
/** Un besoin se corrige de qui l'inscrit ; ce qui est décidé, du territoire. */
export function canUpdateDossier(agent: AgentEnSession, cible: Cible & { etat: EtatTravaux }): boolean {
  return cible.etat === 'BESOIN' ? canSuivre(agent, cible) : canDecider(agent, cible);
}
