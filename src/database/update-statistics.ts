import pg from 'pg';
import { SCHEMAS } from './migrate.ts';

/**
 * After a bulk load, tells the planner what the tables hold. PostgreSQL does it by itself, but a minute later: until
 * then it believes them empty, and the first pages take ten times too long.
 */
export async function updateStatistics(urlProprietaire: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlProprietaire });
  await client.connect();
  try {
    const { rows } = await client.query<{ nom: string }>(
      "select c.oid::regclass::text as nom from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any ($1) and c.relkind = 'r'",
      [[...SCHEMAS]],
    );
    await client.query(`analyze ${rows.map(({ nom }) => nom).join(', ')}`);
  } finally {
    await client.end();
  }
}
