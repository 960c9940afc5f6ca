import type { Contexte } from '#database/as-agent.ts';
import { listAscendance } from '#modules/organisation/index.server.ts';
import { Refus, verifyVerdict } from '#server/errors.ts';
import type { Verdict } from '#shared/verdict.ts';
import type { ActeDelegable, Delegation } from '../delegation.ts';
import { evaluateSignature, findSienne, listDelegationsActives } from '../rules/delegation.ts';
import { listDelegationsPour } from './delegations.server.ts';

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
  const ascendance = await listAscendance(tx, uniteId);
  const delegations = await listDelegationsPour(contexte, { actes: [acte], jour });
  const delegataires = listDelegationsActives(delegations, { acte, ascendance, jour });
  return {
    verdict: evaluateSignature(delegations, { agentId: agent.id, acte, ascendance, jour }),
    delegataires,
    sienne: findSienne(delegataires, agent.id) ?? null,
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

export type UnitesSignees = {
  /** Les unités où la signature de l'agent vaut ce jour. */
  siennes: string[];
  /** Celles où l'acte est délégué, à lui ou à d'autres. */
  deleguees: string[];
};

/** Où chacun de ces actes est délégué ce jour, et où l'agent peut le signer : de quoi ne lui montrer que ce qu'il peut signer. */
export async function listUnitesSignees<A extends ActeDelegable>(
  { tx, agent, aujourdhui: jour }: Contexte,
  actes: readonly A[],
): Promise<Record<A, UnitesSignees>> {
  const delegations = await listDelegationsPour({ tx }, { actes, jour });
  const signees = Object.fromEntries(actes.map((acte) => [acte, { siennes: [], deleguees: [] }])) as unknown as Record<
    A,
    UnitesSignees
  >;
  if (delegations.length === 0) return signees;
  const lignes = await tx
    .selectFrom('organisation.uniteAscendance')
    .select(['uniteId', 'ancetreId'])
    .where(
      'ancetreId',
      'in',
      delegations.map(({ uniteId }) => uniteId),
    )
    .orderBy('distance')
    .execute();
  for (const [uniteId, ligne] of Map.groupBy(lignes, (ligne) => ligne.uniteId)) {
    const ascendance = ligne.map(({ ancetreId }) => ancetreId);
    for (const acte of actes) {
      const actives = listDelegationsActives(delegations, { acte, ascendance, jour });
      if (actives.length > 0) signees[acte].deleguees.push(uniteId);
      if (findSienne(actives, agent.id)) signees[acte].siennes.push(uniteId);
    }
  }
  return signees;
}

const NOMMES = 6;

/** « Peuvent signer : LESAGE Hélène (Territoire nord), … » */
export function formatDelegataires(delegataires: readonly Delegation[]): string {
  if (delegataires.length === 0) return 'Personne n’a délégation ici ce jour : le président signe.';
  const noms = [...new Set(delegataires.map(({ agentNom, uniteNom }) => `${agentNom} (${uniteNom})`))];
  const autres = noms.length > NOMMES ? ` et ${noms.length - NOMMES} autres` : '';
  return `Peuvent signer : ${noms.slice(0, NOMMES).join(', ')}${autres}.`;
}
