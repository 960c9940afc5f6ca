import { createHash, createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import { SCHEMAS } from './migrate.ts';
import { buildTrame, writeFichier } from './sauvegarde-format.ts';
import type { Entete, Table } from './sauvegarde-lecture.ts';

/** Rend les valeurs sous la même forme sur tout serveur, quelle que soit sa configuration. */
export const FORMES =
  "set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local bytea_output = 'hex'; " +
  "set local timezone = 'UTC'; set local extra_float_digits = 3; set local client_encoding = 'UTF8'; " +
  "set local lock_timeout = '30s'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0";

export function computeEmpreinteDuSecret(secret: string): string {
  return createHmac('sha256', secret).update('marelle/sauvegarde').digest('hex').slice(0, 16);
}

export type Ecriture = { tables: number; lignes: number };

/**
 * Écrit dans `fichier` toutes les tables de Marelle à un même instant (lecture répétable), sans gêner ceux qui
 * travaillent. Le fichier n'apparaît sous son nom qu'une fois entier.
 */
export async function writeSauvegarde(options: {
  urlProprietaire: string;
  fichier: string;
  secret: string;
  phrase?: string;
}): Promise<Ecriture> {
  const { fichier, phrase } = options;
  if (existsSync(fichier))
    throw new ErreurExploitation(
      `Le fichier ${fichier} existe déjà : donnez un autre nom, Marelle n'écrase pas une sauvegarde.`,
    );
  const partiel = `${fichier}.${process.pid}.partiel`;
  const client = new pg.Client({ connectionString: options.urlProprietaire });
  await client.connect();
  try {
    await client.query(`begin isolation level repeatable read read only; ${FORMES}`);
    const bilan: Ecriture = { tables: 0, lignes: 0 };
    await writeFichier(partiel, buildTrames(client, options.secret, bilan), phrase);
    await client.query('commit');
    await rename(partiel, fichier);
    return bilan;
  } catch (cause) {
    throw formatEchec(fichier, cause);
  } finally {
    await rm(partiel, { force: true });
    await client.end();
  }
}

async function* buildTrames(client: pg.Client, secret: string, bilan: Ecriture): AsyncGenerator<Buffer> {
  const ensemble = createHash('sha256');
  const build = (genre: Parameters<typeof buildTrame>[0], contenu: Buffer | object) => {
    const octets = Buffer.isBuffer(contenu) ? contenu : Buffer.from(JSON.stringify(contenu));
    ensemble.update(octets);
    return buildTrame(genre, octets);
  };
  yield build('entete', await readEntete(client, secret));
  for (const table of await listTables(client)) {
    yield build('table', table);
    const empreinte = createHash('sha256');
    const copie = client.query(copyTo(`copy ${formatCible(table)} to stdout`));
    for await (const morceau of copie as AsyncIterable<Buffer>) {
      empreinte.update(morceau);
      yield build('lignes', morceau);
    }
    yield build('fin-table', { empreinte: empreinte.digest('hex'), lignes: copie.rowCount });
    bilan.tables += 1;
    bilan.lignes += copie.rowCount;
  }
  yield buildTrame('fin', { empreinte: ensemble.digest('hex'), tables: bilan.tables });
}

async function readEntete(client: pg.Client, secret: string): Promise<Entete> {
  const { rows: migrations } = await client.query<{ nom: string; empreinte: string }>(
    "select nom, empreinte from public.marelle_migration where nom <> 'acces' order by nom",
  );
  const { rows } = await client.query<{ le: string; serveur: string }>(
    `select to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as le, current_setting('server_version') as serveur`,
  );
  const { rows: sequences } = await client.query<{ nom: string; valeur: string | null }>(
    `select format('%I.%I', schemaname, sequencename) as nom, last_value::text as valeur from pg_sequences where schemaname = any ($1) order by 1`,
    [SCHEMAS],
  );
  const { le = '', serveur = '' } = rows[0] ?? {};
  return { faiteLe: le, serveur, secret: computeEmpreinteDuSecret(secret), migrations, sequences };
}

/** Toutes les tables de Marelle et leurs colonnes, hors colonnes calculées par la base. Les travaux (pgboss) n'en sont pas. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select format('%I.%I', n.nspname, c.relname) as nom,
       array_agg(quote_ident(a.attname) order by a.attname) as colonnes
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = any ($1) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by n.nspname, c.relname order by n.nspname collate "C", c.relname collate "C"`,
    [SCHEMAS],
  );
  return rows;
}

export function formatCible({ nom, colonnes }: Table): string {
  return `${nom} (${colonnes.join(', ')})`;
}

function formatEchec(fichier: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const phrases: Record<string, string> = {
    ENOSPC: `Le disque est plein : la sauvegarde ${fichier} n'a pas été écrite.`,
    EDQUOT: `Le disque est plein : la sauvegarde ${fichier} n'a pas été écrite.`,
    ENOENT: `Le dossier de ${fichier} n'existe pas : créez-le, ou donnez un autre chemin.`,
    EACCES: `Ce compte ne peut pas écrire ${fichier} : donnez un autre chemin.`,
    EROFS: `Ce compte ne peut pas écrire ${fichier} : donnez un autre chemin.`,
    '42P01': 'Cette base ne contient pas encore Marelle : il n’y a rien à sauvegarder.',
  };
  const phrase = phrases[code];
  return phrase === undefined ? cause : new ErreurExploitation(phrase, { cause });
}
