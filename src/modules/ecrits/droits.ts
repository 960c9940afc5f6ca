/** Qui peut produire quel écrit. `data/policies.sql` dit la même chose dans la base ; un essai par tirage les compare. */
import {
  type CibleInformation,
  canConduire,
  canReadAuteur,
  canRecueillir,
} from '#modules/informations-preoccupantes/index.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import { ECRITS_A_LA_SOURCE, type NatureEcrit } from './ecrit.ts';

/** Les écrits d'une information, et qui en a produit : qui la conduit. */
export function canListEcrits(agent: AgentEnSession, cible: CibleInformation): boolean {
  return canConduire(agent, cible);
}

/** Le transfert est à la cellule ; on n'écrit à la source que si l'on peut savoir qui elle est. */
export function canRecordEcrit(
  agent: AgentEnSession,
  cible: CibleInformation & { anonymatDemande: boolean },
  nature: NatureEcrit,
): boolean {
  if (nature === 'transfert') return canRecueillir(agent, cible);
  if (ECRITS_A_LA_SOURCE.includes(nature)) return canReadAuteur(agent, cible);
  return canConduire(agent, cible);
}
