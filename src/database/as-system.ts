import { sql } from 'kysely';
import type { JourCivil } from '#shared/jour-civil.ts';
import { executeTransaction } from './as-agent.ts';
import { asTransaction, type Database, type Transaction } from './connection.ts';

/**
 * Hors de toute session (nuit, reprise, exploitation) : le rôle système voit tout, le motif est au journal, dans la même transaction.
 * Les fichiers qui ont le droit d'appeler ceci sont listés dans `tests/architecture/gardes/systeme.ts`.
 */
export async function asSystem<T>(
  db: Database,
  motif: string,
  fn: (contexte: { tx: Transaction; aujourdhui: JourCivil }) => Promise<T>,
): Promise<T> {
  const client = await db.systeme.connect();
  return executeTransaction(client, async () => {
    await client.query('begin; set local role marelle_systeme');
    const tx = asTransaction(client);
    const { rows } = await sql<{ jour: JourCivil }>`select acces.aujourdhui() as jour`.execute(tx);
    const jour = rows[0];
    if (!jour) throw new Error('La base ne dit pas quel jour on est');
    await tx.insertInto('journal.evenement').values({ systeme: motif, acte: 'systeme.ouvrir' }).execute();
    return fn({ tx, aujourdhui: jour.jour });
  });
}
