import type { Contexte } from '#database/as-agent.ts';
import { findDelegataires } from '#modules/delegations/index.server.ts';
import { type ActeDelegable, type Delegation, evaluateSignature } from '#modules/delegations/index.ts';
import { listAscendance } from '#modules/organisation/index.server.ts';
import { Refus, verifyVerdict } from '#server/errors.ts';
import type { Verdict } from '#shared/verdict.ts';

export type Signature = {
  verdict: Verdict;
  /** Ceux qui peuvent signer cet acte ici ce jour, titulaires d'abord. */
  delegataires: readonly Delegation[];
  /** La délégation par laquelle l'agent signerait. */
  sienne: Delegation | null;
};

/** La signature de l'agent vaut-elle pour cet acte, dans cette unité, ce jour ; sinon, qui peut signer (CGCT L3221-3). */
export async function getSignature(contexte: Contexte, acte: ActeDelegable, uniteId: string): Promise<Signature> {
  const { tx, agent, aujourdhui: jour } = contexte;
  const delegataires = await findDelegataires(contexte, { acte, uniteId, jour });
  const ascendance = await listAscendance(tx, uniteId);
  return {
    verdict: evaluateSignature(delegataires, { agentId: agent.id, acte, ascendance, jour }),
    delegataires,
    sienne: delegataires.find(({ agentId }) => agentId === agent.id) ?? null,
  };
}

/** La délégation par laquelle l'agent signe ; sinon Refus, avec les noms de ceux qui le peuvent. */
export async function verifySignature(contexte: Contexte, acte: ActeDelegable, uniteId: string): Promise<Delegation> {
  const { verdict, delegataires, sienne } = await getSignature(contexte, acte, uniteId);
  if (verdict.issue === 'refuse')
    throw new Refus(`${verdict.motif} ${formatDelegataires(delegataires)}`, verdict.textes);
  verifyVerdict(verdict);
  if (sienne === null) throw new Error('Une signature acceptée suppose une délégation');
  return sienne;
}

const NOMMES = 6;

/** « Peuvent signer : LESAGE Hélène (Territoire nord), … » */
export function formatDelegataires(delegataires: readonly Delegation[]): string {
  if (delegataires.length === 0) return 'Personne n’a délégation ici ce jour : le président signe.';
  const noms = [...new Set(delegataires.map(({ agentNom, uniteNom }) => `${agentNom} (${uniteNom})`))];
  const autres = noms.length > NOMMES ? ` et ${noms.length - NOMMES} autres` : '';
  return `Peuvent signer : ${noms.slice(0, NOMMES).join(', ')}${autres}.`;
}
