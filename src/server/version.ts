import { type RawBuilder, sql, type UpdateQueryBuilder, type UpdateResult } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/types.generated.ts';
import { Conflit, Refus } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';

type Versionnee = { [T in keyof DB]: DB[T] extends { id: unknown; version: unknown } ? T : never }[keyof DB];
type Changement<T extends Versionnee> = UpdateQueryBuilder<DB, T, T, UpdateResult>;

/**
 * Change une ligne si elle est encore telle qu'on l'a lue, et lui donne une nouvelle version. Sinon un autre agent est passé
 * entre-temps : on le dit, avec ce qu'il a enregistré.
 */
export async function updateVersion<T extends Versionnee>(
  changement: Changement<T>,
  { id, version }: { id: string; version: number },
  readActuel: () => Promise<Record<string, string>>,
): Promise<void> {
  // Toutes ces tables ont `id` et `version`, mais un type ouvert ne le laisse pas voir : on le dit par l'une d'elles.
  const { numUpdatedRows } = await (changement as unknown as Changement<'organisation.unite'>)
    .set({ version: addVersion })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  throw new Conflit(MODIFIEE, await readActuel());
}

/** Arrête l'acte avant toute autre question, si la ligne n'est plus celle que l'on a lue : ce qui suit en dépend. */
export async function verifyVersion(
  actuelle: number,
  lue: number,
  readActuel: () => Promise<Record<string, string>>,
): Promise<void> {
  if (actuelle !== lue) throw new Conflit(MODIFIEE, await readActuel());
}

const MODIFIEE = 'Cette fiche a été modifiée pendant votre saisie.';

/** Referme une période : son dernier jour devient `au`. */
export function closePeriode(au: JourCivil): RawBuilder<string> {
  return sql<string>`daterange(lower(periode), ${au}::date, '[]')`;
}

const addVersion = sql<number>`version + 1`;

/** La fin ne précède pas le début. */
export function verifyOrdre(du: JourCivil, au: JourCivil): void {
  if (au < du) throw new Refus(`La fin ne peut pas précéder le début, le ${formatJour(du, 'long')}.`, [], 'au');
}

/** Un jour hors de ces bornes est presque toujours une année mal tapée. */
export function verifyProche(jour: JourCivil, { du, au }: { du: JourCivil; au: JourCivil }, champ: string): void {
  if (jour < du || au < jour)
    throw new Refus(
      `Vérifiez l’année : ce jour se tient entre le ${formatJour(du, 'long')} et le ${formatJour(au, 'long')}.`,
      [],
      champ,
    );
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
