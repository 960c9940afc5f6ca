import { PgBoss } from 'pg-boss';
import { executeOwner } from '#database/execute-owner.ts';

/** Le schéma de pg-boss, à part de ceux de Marelle : des identifiants et des bilans, aucune donnée de personne. */
export const SCHEMA = 'pgboss';

/**
 * Crée ou met à niveau la file des travaux, au nom du propriétaire de la base, et l'ouvre au seul rôle système.
 * L'application, elle, ne crée rien : elle n'en a pas le droit.
 */
export async function migrateTravaux(urlProprietaire: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: urlProprietaire,
    schema: SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
    reindex: false,
  });
  boss.on('error', () => undefined);
  try {
    await boss.start();
  } finally {
    await boss.stop({ graceful: false });
  }
  await executeOwner(
    urlProprietaire,
    `grant usage on schema ${SCHEMA} to marelle_systeme;
     grant select, insert, update, delete on all tables in schema ${SCHEMA} to marelle_systeme;
     grant usage on all sequences in schema ${SCHEMA} to marelle_systeme;
     grant execute on all functions in schema ${SCHEMA} to marelle_systeme`,
  );
}
