import type pg from 'pg';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import { SCHEMAS } from './migrate.ts';

type Defaut = { defaut: string };

/**
 * Refuse de servir si la base ne protège pas : un rôle de connexion qui passerait outre les politiques de ligne,
 * ou une table sans politique forcée. Lance ErreurExploitation, une phrase.
 */
export async function verifyProtection(pool: pg.Pool): Promise<void> {
  const role = await pool.query<Defaut>(
    `select format('le rôle %s passe outre les politiques de ligne', r.rolname) as defaut
     from pg_roles r where (r.rolsuper or r.rolbypassrls) and pg_has_role(current_user, r.oid, 'member')
     union all
     select format('le rôle %s possède la table %s', current_user, c.oid::regclass)
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'member') limit 1`,
    [SCHEMAS],
  );
  const table = await pool.query<Defaut>(
    `select format('la table %s n''est pas sous politiques de ligne', c.oid::regclass) as defaut
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and c.relkind in ('r', 'p')
       and not (c.relrowsecurity and c.relforcerowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid)) limit 1`,
    [SCHEMAS],
  );
  const defaut = role.rows[0]?.defaut ?? table.rows[0]?.defaut;
  if (defaut)
    throw new ErreurExploitation(`Marelle refuse de démarrer : ${defaut}. Voir docs/exploitation.md, « Rôles ».`);
}
