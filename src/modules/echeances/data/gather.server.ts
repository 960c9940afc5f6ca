import type { Contexte } from '#database/as-agent.ts';
import { listEcheances as listEcheancesAcces } from '#modules/acces/index.server.ts';
import { listEcheances as listEcheancesDelegations } from '#modules/delegations/index.server.ts';
import { listEcheances as listEcheancesEnfants } from '#modules/enfants/index.server.ts';
import { listEcheances as listEcheancesEquipes } from '#modules/equipes-evaluation/index.server.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { findPorteeDArrivee, type Portee } from '../echeance-filtre.ts';
import { listDuesCalculees } from './dues-calculees.server.ts';

/** Ce que chaque module doit encore par lui-même à l'agent qui regarde ; l'ordre ne compte pas. */
const SOURCES: readonly ((contexte: Contexte) => Promise<EcheanceDue[]>)[] = [
  listEcheancesAcces,
  listEcheancesEnfants,
  listEcheancesDelegations,
  listEcheancesEquipes,
];

/**
 * Tout ce qui est dû : ce que les faits font naître, pour la portée demandée, et à l'arrivée de l'agent ce qui n'est dû à personne en
 * particulier : revoir les ouvertures en urgence, renouveler une délégation, couvrir une évaluation.
 */
export async function listMesEcheances(contexte: Contexte, portee: Portee): Promise<EcheanceDue[]> {
  const dues = await listDuesCalculees(contexte, portee);
  // L'une après l'autre : elles partagent la connexion de la transaction.
  if (portee === 'moi' || portee === findPorteeDArrivee(contexte.agent))
    for (const list of SOURCES) dues.push(...(await list(contexte)));
  return dues.sort((a, b) => (a.pour < b.pour ? -1 : 1));
}
