import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import { HABILITATIONS_DU_PROFIL } from '#shared/habilitation.ts';

const RACINE = fileURLToPath(new URL('../..', import.meta.url));

/** Schémas de Marelle : toute table qui s'y trouve est sous politiques de ligne, forcées. */
export const SCHEMAS = [
  'acces',
  'organisation',
  'comptes',
  'enfants',
  'journal',
  'reprise',
  'eaje',
  'ip',
  'travaux',
  'rapprochement',
  'trames',
  'echeances',
  'mesures',
  'alertes',
] as const;

export type Migration = { nom: string; sql: string; empreinte: string };

export async function listMigrations(dossier = join(RACINE, 'database/migrations')): Promise<Migration[]> {
  const noms = (await readdir(dossier)).filter((nom) => nom.endsWith('.sql')).sort();
  return Promise.all(
    noms.map(async (nom) => {
      const sql = await readFile(join(dossier, nom), 'utf8');
      return { nom, sql, empreinte: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function readAcces(): Promise<string> {
  const commun = await readFile(join(RACINE, 'database/acces.sql'), 'utf8');
  const modules = join(RACINE, 'src/modules');
  const politiques: string[] = [];
  for (const entree of (await readdir(modules, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entree.isDirectory()) continue;
    politiques.push(await readFile(join(modules, entree.name, 'data/policies.sql'), 'utf8').catch(ignoreAbsent));
  }
  return [commun.replaceAll('{{schemas}}', SCHEMAS.map((s) => `'${s}'`).join(', ')), ...politiques].join('\n');
}

function ignoreAbsent(erreur: NodeJS.ErrnoException): string {
  if (erreur.code === 'ENOENT') return '';
  throw erreur;
}

/** Une migration déjà passée dont le texte a changé : on s'arrête plutôt que de deviner. */
export class MigrationModifiee extends ErreurExploitation {
  override name = 'MigrationModifiee';
}

/**
 * Met la base au niveau du code : rôles, migrations manquantes (chacune dans sa transaction), droits et politiques.
 * Deux démarrages simultanés s'attendent. Rend le nombre de migrations passées.
 */
export async function migrate(options: {
  urlProprietaire: string;
  dossier?: string;
  log?: (ligne: string) => void;
}): Promise<number> {
  const client = new pg.Client({ connectionString: options.urlProprietaire });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(1296126530)');
    await client.query(await readFile(join(RACINE, 'database/roles.sql'), 'utf8'));
    const passees = await applyMigrations(client, await listMigrations(options.dossier), options.log);
    await applyAcces(client);
    return passees;
  } finally {
    await client.end();
  }
}

async function applyMigrations(
  client: pg.Client,
  migrations: Migration[],
  log?: (ligne: string) => void,
): Promise<number> {
  await client.query(
    'create table if not exists public.marelle_migration (nom text primary key, empreinte text not null, passee_le timestamptz not null default now())',
  );
  const { rows } = await client.query<{ nom: string; empreinte: string }>(
    'select nom, empreinte from public.marelle_migration',
  );
  const connues = new Map(rows.map((r) => [r.nom, r.empreinte]));
  verifyConnues(migrations, [...connues.keys()]);
  let passees = 0;
  for (const migration of migrations) {
    const connue = connues.get(migration.nom);
    if (connue === migration.empreinte) continue;
    if (connue)
      throw new MigrationModifiee(
        `La migration ${migration.nom} a changé depuis qu'elle est passée sur cette base : remettez la version de Marelle d'origine.`,
      );
    log?.(migration.nom);
    await inTransaction(client, async () => {
      await client.query(migration.sql);
      await client.query('insert into public.marelle_migration (nom, empreinte) values ($1, $2)', [
        migration.nom,
        migration.empreinte,
      ]);
    });
    passees += 1;
  }
  return passees;
}

/** Une base plus récente que le code : le code d'hier ne sait pas ce qu'elle contient. */
function verifyConnues(migrations: Migration[], passees: string[]): void {
  const inconnue = passees.sort().find((nom) => nom !== 'acces' && !migrations.some((m) => m.nom === nom));
  if (inconnue !== undefined) {
    throw new ErreurExploitation(
      `Cette base a été ouverte par une version plus récente de Marelle (étape ${inconnue}) : mettez Marelle à jour, ou restaurez une sauvegarde d'avant.`,
    );
  }
}

/** Droits et politiques ne se refont que s'ils ont changé : les refaire verrouille chaque table un instant. */
async function applyAcces(client: pg.Client): Promise<void> {
  const sql = await readAcces();
  const habilitations = Object.entries(HABILITATIONS_DU_PROFIL).flatMap(([profil, liste]) =>
    liste.map((h) => [profil, h] as const),
  );
  const { rows } = await client.query<{ tables: string }>(
    "select string_agg(c.oid::regclass::text, ',' order by c.oid::regclass::text) as tables from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any ($1) and c.relkind in ('r', 'p')",
    [SCHEMAS],
  );
  const empreinte = createHash('sha256')
    .update(sql)
    .update(JSON.stringify(habilitations))
    .update(rows[0]?.tables ?? '')
    .digest('hex');
  const connue = await client.query("select 1 from public.marelle_migration where nom = 'acces' and empreinte = $1", [
    empreinte,
  ]);
  if (connue.rowCount) return;
  await inTransaction(client, async () => {
    await client.query(sql);
    await client.query('delete from acces.habilitation_profil');
    await client.query(
      'insert into acces.habilitation_profil (profil, habilitation) select * from unnest($1::text[], $2::text[])',
      [habilitations.map(([profil]) => profil), habilitations.map(([, h]) => h)],
    );
    await client.query(
      "insert into public.marelle_migration (nom, empreinte) values ('acces', $1) on conflict (nom) do update set empreinte = excluded.empreinte, passee_le = now()",
      [empreinte],
    );
  });
}

async function inTransaction(client: pg.Client, fn: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await fn();
    await client.query('commit');
  } catch (erreur) {
    await client.query('rollback');
    throw erreur;
  }
}
