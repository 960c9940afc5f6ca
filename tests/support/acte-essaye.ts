import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/**
 * Tries a write and undoes it; true if it touched a row. Only a refused access (or what `isNon` also takes for one) is a
 * « no »: any other error fails the test.
 */
export async function attemptActe(
  tx: Transaction,
  tente: () => Promise<{ rows: readonly unknown[] }>,
  isNon: (erreur: unknown) => boolean = () => false,
): Promise<boolean> {
  await sql`savepoint essai`.execute(tx);
  try {
    return (await tente()).rows.length > 0;
  } catch (erreur) {
    if ((erreur as { code?: string }).code !== '42501' && !isNon(erreur)) throw erreur;
    return false;
  } finally {
    await sql`rollback to savepoint essai`.execute(tx);
  }
}
