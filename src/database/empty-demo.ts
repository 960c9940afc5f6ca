import pg from 'pg';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import { SCHEMAS } from './migrate.ts';

/**
 * Empties a base, and only if it is a demonstration: the check and the emptying are one transaction. The journal does
 * not allow itself to be emptied; here its guard is lifted for that transaction, by the owner, who alone can.
 */
export async function executeRemiseAZero(urlProprietaire: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlProprietaire });
  await client.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ demo: boolean; vide: boolean }>(
      'select coalesce(bool_or(i.demo), false) as demo, not exists (select 1 from organisation.agent) as vide from organisation.installation i',
    );
    if (!rows[0]?.demo && !rows[0]?.vide)
      throw new ErreurExploitation('Cette base contient un vrai département : elle ne s’écrase pas.');
    await emptyTables(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Written by migrations, not by a department: emptied, nothing would write them again. */
const REFERENTIELS: ReadonlySet<string> = new Set(['mesures.nomenclature']);

async function emptyTables(client: pg.Client): Promise<void> {
  const { rows: toutes } = await client.query<{ nom: string; schema: string }>(
    "select c.oid::regclass::text as nom, n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any ($1) and c.relkind in ('r', 'p')",
    [SCHEMAS.filter((schema) => schema !== 'acces')],
  );
  const rows = toutes.filter(({ nom }) => !REFERENTIELS.has(nom));
  const journal = rows.filter(({ schema }) => schema === 'journal');
  for (const { nom } of journal) await client.query(`alter table ${nom} disable trigger user`);
  await client.query(`truncate ${rows.map(({ nom }) => nom).join(', ')} restart identity`);
  for (const { nom } of journal) await client.query(`alter table ${nom} enable trigger user`);
}
