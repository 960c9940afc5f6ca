import { sql } from 'kysely';
import type { Transaction } from './connection.ts';

/** Une erreur dans l'acte défait l'acte seul : la page peut encore se relire dans la même transaction. */
export async function executeInSavepoint<T>(tx: Transaction, fn: () => Promise<T>): Promise<T> {
  await sql`savepoint acte`.execute(tx);
  try {
    return await fn();
  } catch (erreur) {
    await sql`rollback to savepoint acte`.execute(tx);
    throw erreur;
  }
}
