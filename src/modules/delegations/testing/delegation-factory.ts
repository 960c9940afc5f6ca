import { createIdentifiant } from '#shared/identifiant.ts';
import type { BaseDeTest } from '#tests/support/base.ts';
import type { ActeDelegable } from '../delegation.ts';

type DelegationDEssai = {
  agentId: string;
  acte: ActeDelegable;
  uniteId: string;
  periode?: string;
  suppleance?: boolean;
  arreteLe?: string;
};

/** Une délégation du président, posée comme le propriétaire. */
export async function insertDelegation(
  executeSql: BaseDeTest['executeSql'],
  { agentId, acte, uniteId, periode = '[2020-01-01,)', suppleance = false, arreteLe = '2020-01-01' }: DelegationDEssai,
): Promise<void> {
  await executeSql(
    "insert into organisation.delegation (id, agent_id, acte, unite_id, periode, suppleance, arrete_numero, arrete_le) values ($1, $2, $3, $4, $5, $6, '2020-101', $7)",
    [createIdentifiant(), agentId, acte, uniteId, periode, suppleance, arreteLe],
  );
}
