import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import { listMigrations, type Migration, migrate, SCHEMAS } from './migrate.ts';
import { FORMES, formatCible, listTables } from './sauvegarde.ts';
import { type Bilan, type Entete, readSauvegarde, type Table } from './sauvegarde-lecture.ts';

const ROLES = join(import.meta.dirname, '../../database/roles.sql');

/** Le verrou des migrations : ni démarrage ni mise à jour pendant qu'on restaure. */
const VERROU = 'select pg_advisory_lock(1296126530)';

/**
 * Remet dans la base ce que contient la sauvegarde : le schéma au niveau où elle a été faite, ses lignes, puis les
 * migrations parues depuis. Une seule transaction : elle réussit en entier, ou la base reste telle qu'elle était.
 */
export async function createDepuisSauvegarde(options: {
  urlProprietaire: string;
  fichier: string;
  phrase?: string;
  remplacer?: boolean;
}): Promise<Bilan> {
  const { fichier, phrase, urlProprietaire } = options;
  // D'abord tout lire et tout vérifier, sans toucher à rien.
  const { entete } = await readSauvegarde(fichier, phrase);
  const migrations = matchMigrations(entete, await listMigrations());
  const client = new pg.Client({ connectionString: urlProprietaire });
  await client.connect();
  try {
    await client.query(VERROU);
    await verifyLibre(client);
    if (!options.remplacer) await verifyVide(client);
    await client.query(await readFile(ROLES, 'utf8'));
    await client.query(`begin; ${FORMES}`);
    await executeMigrations(client, migrations);
    const bilan = await writeLignes(client, fichier, phrase);
    await client.query('commit');
    await client.query('select pg_advisory_unlock_all()');
    await migrate({ urlProprietaire });
    return bilan;
  } finally {
    // Fermer la connexion défait ce qui n'est pas validé.
    await client.end();
  }
}

/** Les migrations de la sauvegarde, telles que cette version de Marelle les connaît. */
function matchMigrations(entete: Entete, connues: Migration[]): Migration[] {
  return entete.migrations.map(({ nom, empreinte }) => {
    const connue = connues.find((migration) => migration.nom === nom);
    if (connue === undefined) {
      throw new ErreurExploitation(
        `Cette sauvegarde vient d'une version plus récente de Marelle (étape ${nom}) : mettez Marelle à jour, puis restaurez.`,
      );
    }
    if (connue.empreinte !== empreinte) {
      throw new ErreurExploitation(
        `Cette sauvegarde vient d'une autre version de Marelle (l'étape ${nom} n'y est pas la même) : restaurez-la avec la version qui l'a faite.`,
      );
    }
    return connue;
  });
}

async function verifyLibre(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and usename like '%\\_connexion\\_%' and backend_type = 'client backend'`,
  );
  if (rowCount) throw new ErreurExploitation('Marelle est ouverte sur cette base : arrêtez-la, puis restaurez.');
}

/** Vide : ni agent, ni personne, ni compte, ni rien que quelqu'un ait saisi. */
const DE_NAISSANCE = ['acces.', 'journal.', 'organisation.commune', 'organisation.installation'];

async function verifyVide(client: pg.Client): Promise<void> {
  for (const { nom } of await listTables(client)) {
    if (DE_NAISSANCE.some((debut) => nom.startsWith(debut))) continue;
    const { rowCount } = await client.query(`select 1 from ${nom} limit 1`);
    if (rowCount) {
      throw new ErreurExploitation(
        `La base contient déjà des données (${nom}) : ajoutez --remplacer pour les effacer et mettre la sauvegarde à la place.`,
      );
    }
  }
}

async function executeMigrations(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  await client.query(`drop schema if exists ${[...SCHEMAS].reverse().join(', ')} cascade`);
  await client.query('drop table if exists public.marelle_migration');
  await client.query(
    'create table public.marelle_migration (nom text primary key, empreinte text not null, passee_le timestamptz not null default now())',
  );
  for (const { nom, sql, empreinte } of migrations) {
    await client.query(sql);
    await client.query('insert into public.marelle_migration (nom, empreinte) values ($1, $2)', [nom, empreinte]);
  }
}

async function writeLignes(client: pg.Client, fichier: string, phrase?: string): Promise<Bilan> {
  const tables = await listTables(client);
  const liens = await openTables(client, tables);
  const bilan = await readSauvegarde(fichier, phrase, {
    onEntete: async ({ sequences }) => {
      for (const { nom, valeur } of sequences)
        if (valeur !== null) await client.query('select setval($1::regclass, $2::bigint)', [nom, valeur]);
    },
    onTable: async (table, lignes) => {
      verifyColonnes(table, tables);
      await pipeline(Readable.from(lignes), client.query(copyFrom(`copy ${formatCible(table)} from stdin`)));
    },
  });
  if (bilan.tables.length !== tables.length)
    throw new Error('La sauvegarde ne porte pas toutes les tables de son niveau');
  await closeTables(client, tables, liens);
  return bilan;
}

function verifyColonnes(table: Table, tables: readonly Table[]): void {
  const connue = tables.find(({ nom }) => nom === table.nom);
  if (connue === undefined || connue.colonnes.join() !== table.colonnes.join())
    throw new ErreurExploitation(`La table ${table.nom} de la sauvegarde n'est pas celle de cette version de Marelle.`);
}

type Lien = { table: string; nom: string; definition: string };

/**
 * Ouvre les tables à une copie telle quelle : sans déclencheur (le journal garde ses empreintes), sans clé étrangère
 * (l'ordre n'importe plus, elles sont refaites et vérifiées ensuite), vides. Le propriétaire suffit, sans superutilisateur.
 */
async function openTables(client: pg.Client, tables: readonly Table[]): Promise<Lien[]> {
  const { rows: liens } = await client.query<Lien>(
    `select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as nom, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and n.nspname = any ($1) and k.conparentid = 0 order by 1, 2`,
    [SCHEMAS],
  );
  for (const { table, nom } of liens) await client.query(`alter table ${table} drop constraint ${nom}`);
  for (const { nom } of tables) await client.query(`alter table ${nom} disable trigger user`);
  await client.query(`truncate ${tables.map(({ nom }) => nom).join(', ')}`);
  return liens;
}

async function closeTables(client: pg.Client, tables: readonly Table[], liens: readonly Lien[]): Promise<void> {
  for (const { table, nom, definition } of liens)
    await client.query(`alter table ${table} add constraint ${nom} ${definition}`);
  for (const { nom } of tables) await client.query(`alter table ${nom} enable trigger user`);
}
