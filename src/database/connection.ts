import { createHash } from 'node:crypto';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from './types.generated.ts';

/** Une transaction ouverte (par `asAgent` ou `asSystem`) ; jamais une connexion libre. */
export type Transaction = Kysely<DB>;

export type Database = {
  /** Connexions du rôle d'application : rien n'y est visible sans session ouverte. */
  agents: pg.Pool;
  /** Connexions du rôle système, pour `asSystem` et les travaux faits au nom d'un agent sans session. */
  systeme: pg.Pool;
  /** Tables de connexion (better-auth), sous le rôle qui ne voit qu'elles. */
  comptes: Kysely<DB>;
  /** Pour un processus à part, qui ouvre ses propres connexions. */
  urls: DatabaseUrls;
  close: () => Promise<void>;
};

export type DatabaseUrls = { urlApplication: string; urlSysteme: string };

/** Types rendus en texte : une `date` devenue `Date` déplacerait les échéances d'un jour. */
const EN_TEXTE = new Set<number>([pg.types.builtins.DATE, pg.types.builtins.TIMESTAMP, pg.types.builtins.TIMESTAMPTZ]);
const OID_TEXTE = 25;
/** Listes d'entiers courts (`smallint[]`) : le lecteur du pilote, qui admet tout, coûterait plus que le reste d'une ligne. */
const OID_SMALLINTS = 1005;

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string) => {
    if (oid === pg.types.builtins.TIMESTAMPTZ && format !== 'binary') return toInstant;
    if (oid === OID_SMALLINTS && format !== 'binary') return toEntiers;
    return EN_TEXTE.has(oid) ? pg.types.getTypeParser(OID_TEXTE) : pg.types.getTypeParser(oid, format as 'text');
  },
};

/** «{1,NULL,3}» vers [1, null, 3]. */
function toEntiers(texte: string): (number | null)[] {
  return JSON.parse(`[${texte.slice(1, -1).replaceAll('NULL', 'null')}]`);
}

/** «2026-11-21 18:09:58.1+00» (connexions en UTC) vers «2026-11-21T18:09:58.1Z». */
function toInstant(texte: string): string {
  return texte.replace(' ', 'T').replace(/\+00$/, 'Z');
}

export const PLUGINS = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];

// Les politiques de ligne gonflent le coût estimé : compiler à la volée, ou replanifier une requête préparée à chaque
// emploi, prendrait plus que répondre. Un plan par connexion suffit.
const OPTIONS =
  '-c timezone=UTC -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s -c jit=off -c plan_cache_mode=force_generic_plan';

export function openPool(url: string, max: number, options = ''): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    options: `${OPTIONS} ${options}`.trim(),
    connectionTimeoutMillis: 10_000,
  });
  // Une connexion oisive coupée par le serveur est remplacée à la demande suivante ; l'erreur remonte à qui s'en sert.
  pool.on('error', () => undefined);
  return pool;
}

const PREPAREES_AU_PLUS = 400;
const PARAMETRES_AU_PLUS = 40;
const preparees = new WeakMap<pg.PoolClient, Map<string, string>>();

/**
 * Les requêtes d'une connexion, préparées à leur premier emploi : planifier sous les politiques de ligne coûte plus que
 * lire une ligne. Une requête à liste longue, ou une de trop, reste sans nom.
 */
function prepareQueries(client: pg.PoolClient) {
  const noms = preparees.get(client) ?? new Map<string, string>();
  preparees.set(client, noms);
  return (text: string, values: unknown[] = []) => {
    let name = noms.get(text);
    if (name === undefined && noms.size < PREPAREES_AU_PLUS && values.length <= PARAMETRES_AU_PLUS) {
      // Nommée par son texte : l'application construite et la commande se passent les mêmes connexions, chacune avec sa liste.
      name = `marelle_${createHash('sha256').update(text).digest('base64url').slice(0, 32)}`;
      noms.set(text, name);
    }
    return client.query(name === undefined ? { text, values } : { text, values, name });
  };
}

/** Un Kysely posé sur une connexion déjà prise : la transaction appartient à qui l'a ouverte. */
export function asTransaction(client: pg.PoolClient): Transaction {
  const emprunt = { query: prepareQueries(client), release: () => undefined };
  return new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: { connect: async () => emprunt, end: async () => undefined } as unknown as pg.Pool,
    }),
    plugins: PLUGINS,
  });
}

export function openDatabase(urls: DatabaseUrls, options: { max?: number } = {}): Database {
  const max = options.max ?? 12;
  const agents = openPool(urls.urlApplication, max);
  const systeme = openPool(urls.urlSysteme, Math.max(2, Math.ceil(max / 3)));
  const poolComptes = openPool(urls.urlSysteme, 4, '-c role=marelle_comptes -c search_path=comptes');
  const comptes = new Kysely<DB>({ dialect: new PostgresDialect({ pool: poolComptes }), plugins: PLUGINS });
  return {
    agents,
    systeme,
    comptes,
    urls,
    close: async () => {
      await Promise.all([agents.end(), systeme.end(), comptes.destroy()]);
    },
  };
}
