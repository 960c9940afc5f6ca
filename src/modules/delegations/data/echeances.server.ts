import type { Contexte } from '#database/as-agent.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { addJours } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { type Delegation, formatActe } from '../delegation.ts';
import { CGCT_L3221_3 } from '../rules/textes.ts';
import { listDelegations } from './delegations.server.ts';

const AU_PLUS = 50;

/**
 * Ce que l'organisation doit : renouveler à temps les délégations qui finissent. Une ligne par délégataire et par fin,
 * pour l'intéressé et pour qui tient les délégations.
 */
export async function listEcheances(contexte: Contexte): Promise<EcheanceDue[]> {
  const toutes = canDo(contexte.agent, 'delegations.gerer');
  const filtre = {
    q: '',
    acte: '',
    unite: null,
    agent: toutes ? null : Identifiant.parse(contexte.agent.id),
    etat: 'bientot-finie',
    tri: 'au',
    sens: 'asc',
  } as const;
  const { lignes } = await listDelegations(
    contexte,
    { filtre, jour: contexte.aujourdhui },
    { page: 1, taille: AU_PLUS },
  );
  const groupes = Map.groupBy(lignes, ({ agentId, au }) => `${agentId} ${au}`);
  return [...groupes.values()].map((siennes) => buildDue(siennes, toutes));
}

function buildDue(siennes: readonly Delegation[], gere: boolean): EcheanceDue {
  const [premiere] = siennes as readonly [Delegation, ...Delegation[]];
  const fin = premiere.au ?? premiere.du;
  const actes = siennes.map(({ acte }) => formatActe(acte));
  return {
    regle: 'AST-004',
    objet: { module: 'organisation', type: 'delegation', id: premiere.id },
    enfantId: null,
    libelle: 'Renouveler la délégation de signature',
    pour: fin,
    instant: null,
    gravite: 'normale',
    attenteDe: gere ? null : 'la direction',
    faiteLe: null,
    etapes: [
      `Arrêté ${premiere.arreteNumero} du ${formatJour(premiere.arreteLe, 'long')}, valable jusqu’au ${formatJour(fin, 'long')} inclus.`,
      `Le ${formatJour(addJours(fin, 1), 'long')}, ${premiere.agentNom} ne pourra plus signer : ${actes.join(' ; ').toLocaleLowerCase('fr')}.`,
    ],
    textes: [CGCT_L3221_3],
    qui: { nom: premiere.agentNom, href: `/organisation/agents/${premiere.agentId}`, detail: premiere.uniteNom },
    detail: actes.length > 1 ? `${actes.length} actes` : actes[0],
    ...(gere
      ? { acte: { titre: 'Préparer l’arrêté', href: `/organisation/delegations/nouvelle?agent=${premiere.agentId}` } }
      : {}),
  };
}
