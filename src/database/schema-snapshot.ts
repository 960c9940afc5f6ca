import pg from 'pg';
import { SCHEMAS } from './migrate.ts';

/** Le schéma lu dans le catalogue, le même texte sur tout PostgreSQL : fait pour être relu dans les différences. */
export async function buildSchema(urlProprietaire: string): Promise<string> {
  const client = new pg.Client({ connectionString: urlProprietaire });
  await client.connect();
  try {
    await client.query('set search_path = pg_catalog');
    const blocs: string[] = [];
    for (const { objet, lignes } of await listObjets(client)) blocs.push([objet, ...lignes].join('\n'));
    return `${ENTETE}${blocs.join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

const ENTETE =
  '-- Le schéma de Marelle, tel que les migrations et les politiques le font. Tiré de la base par\n' +
  '-- « node database/generate-schema.mjs <url d’une base migrée> » : ne pas écrire ici à la main.\n\n';

type Objet = { objet: string; lignes: string[] };

async function listObjets(client: pg.Client): Promise<Objet[]> {
  const { rows } = await client.query<{ objet: string; rang: number; ligne: string }>(
    `select objet, rang, ligne from (${PARTIES.join(' union all ')}) p order by objet collate "C", rang, ligne collate "C"`,
    [SCHEMAS],
  );
  const objets = new Map<string, string[]>();
  for (const { objet, ligne } of rows)
    objets.set(objet, [...(objets.get(objet) ?? []), `  ${ligne.replace(/\s+/g, ' ')}`]);
  return [...objets].map(([objet, lignes]) => ({ objet, lignes }));
}

const TABLE = `case c.relkind when 'v' then 'view ' else 'table ' end || n.nspname || '.' || c.relname`;
const DE_MARELLE = 'join pg_namespace n on n.oid = c.relnamespace where n.nspname = any ($1)';

const PARTIES = [
  `select ${TABLE} as objet, 1 as rang, concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then 'not null' end,
      case when a.attgenerated <> '' then 'generated as ' || pg_get_expr(d.adbin, d.adrelid)
           when d.adbin is not null then 'default ' || pg_get_expr(d.adbin, d.adrelid) end) as ligne
   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum ${DE_MARELLE} and c.relkind in ('r', 'p', 'v')`,
  `select ${TABLE}, 2, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
   from pg_constraint k join pg_class c on c.oid = k.conrelid ${DE_MARELLE} and k.contype in ('p', 'u', 'f', 'c', 'x')`,
  `select ${TABLE}, 3, 'index ' || regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX (\\S+) ON \\S+ USING', '\\1\\2')
   from pg_index i join pg_class c on c.oid = i.indrelid ${DE_MARELLE}
     and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`,
  `select ${TABLE}, 4, 'trigger ' || t.tgname || ' ' || p.proname
   from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid ${DE_MARELLE} and not t.tgisinternal`,
  `select ${TABLE}, 5, concat_ws(' ', 'policy', p.polname,
      case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      'to ' || case when p.polname = 'proprietaire' then 'le propriétaire' else
        (select string_agg(r.rolname, ', ' order by r.rolname collate "C") from pg_roles r where r.oid = any (p.polroles)) end,
      'using ' || pg_get_expr(p.polqual, p.polrelid), 'with check ' || pg_get_expr(p.polwithcheck, p.polrelid))
   from pg_policy p join pg_class c on c.oid = p.polrelid ${DE_MARELLE} and p.polname not in ('proprietaire', 'systeme')`,
  `select ${TABLE}, 6, 'grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) || ' to ' || r.rolname
   from pg_class c cross join lateral aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee ${DE_MARELLE}
     and r.rolname in ('marelle_agent', 'marelle_systeme', 'marelle_comptes') and c.relkind in ('r', 'p', 'v')
   group by c.relkind, n.nspname, c.relname, r.rolname`,
  `select 'function ' || n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', 1,
      concat_ws(' ', 'returns', pg_get_function_result(p.oid), case when p.prosecdef then 'security definer' end, left(md5(p.prosrc), 8))
   from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = any ($1)`,
];
