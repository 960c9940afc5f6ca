import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { Conflit, Refus } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';

/**
 * Un autre agent est passé entre-temps : on le dit, avec ce qu'il a enregistré. `modifiees` est le nombre de lignes
 * touchées par un `update … where version = …`.
 */
export async function verifyVersion(
  { numUpdatedRows }: { numUpdatedRows: bigint },
  readActuel: () => Promise<Record<string, string>>,
): Promise<void> {
  if (numUpdatedRows > 0n) return;
  throw new Conflit('Cette fiche a été modifiée pendant votre saisie.', await readActuel());
}

/** Referme une période : son dernier jour devient `au`. */
export function closePeriode(au: JourCivil): RawBuilder<string> {
  return sql<string>`daterange(lower(periode), ${au}::date, '[]')`;
}

export const addVersion = sql<number>`version + 1`;

/** La fin ne précède pas le début. */
export function verifyOrdre(du: JourCivil, au: JourCivil): void {
  if (au < du) throw new Refus(`La fin ne peut pas précéder le début, le ${formatJour(du, 'long')}.`, [], 'au');
}

/** Les champs qui changent : c'est tout ce que le journal garde. */
export function listChamps(avant: object, apres: object): string[] {
  const ancien = avant as Record<string, unknown>;
  return Object.entries(apres)
    .filter(([nom, valeur]) => nom in ancien && (ancien[nom] ?? null) !== (valeur ?? null))
    .map(([nom]) => nom);
}

/** Un agent s'en va : ce qui dépasse son dernier jour s'y referme, ce qui n'aurait commencé qu'après n'aura pas lieu. */
export async function closeTenues(
  tx: Transaction,
  table: 'organisation.affectation' | 'organisation.delegation',
  { agentId, au }: { agentId: string; au: JourCivil },
): Promise<number> {
  const annulees =
    await sql`delete from ${sql.table(table)} where agent_id = ${agentId} and lower(periode) > ${au}::date`.execute(tx);
  const refermees = await sql`
    update ${sql.table(table)} set periode = ${closePeriode(au)}, version = ${addVersion}
    where agent_id = ${agentId} and (upper_inf(periode) or upper(periode) > ${au}::date + 1)`.execute(tx);
  return Number((annulees.numAffectedRows ?? 0n) + (refermees.numAffectedRows ?? 0n));
}
