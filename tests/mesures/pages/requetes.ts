/** Une requête du banc, et le SQL exact que Marelle a fait pour y répondre. */
import type pg from 'pg';
import type { Database } from '#database/connection.ts';

export type Requete = { nom: string; methode: 'GET' | 'POST'; chemin: string; corps?: string };

export type Enonce = { text: string; values?: unknown[]; name?: string };

type ClientQuery = (config: Enonce | string, values?: unknown[]) => Promise<unknown>;

/** La même base, qui note chaque énoncé envoyé. Le COMMIT en est : c'est le même travail que l'on compare. */
export function recordQueries(db: Database, note: (enonce: Enonce) => void): Database {
  return { ...db, agents: ecoute(db.agents, note), systeme: ecoute(db.systeme, note) };
}

function ecoute(pool: pg.Pool, note: (enonce: Enonce) => void): pg.Pool {
  const connect = async () => {
    const client = await pool.connect();
    const query = client.query.bind(client) as unknown as ClientQuery;
    const release = client.release.bind(client);
    const notee: ClientQuery = (config, values) => {
      note(typeof config === 'string' ? { text: config, values } : config);
      return query(config, values);
    };
    client.query = notee as unknown as pg.PoolClient['query'];
    client.release = (perdue) => {
      client.query = query as unknown as pg.PoolClient['query'];
      client.release = release;
      release(perdue);
    };
    return client;
  };
  return Object.assign(Object.create(pool) as pg.Pool, { connect });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Rejoue les énoncés sur une connexion nue. Les identifiants que l'acte a créés sont tirés de nouveau à chaque fois. */
export async function replay(
  pool: pg.Pool,
  enonces: readonly Enonce[],
  connus: ReadonlySet<string>,
): Promise<unknown[]> {
  const neufs = new Map<string, string>();
  const renew = (valeur: unknown) => {
    if (typeof valeur !== 'string' || !UUID.test(valeur) || connus.has(valeur)) return valeur;
    const neuf = neufs.get(valeur) ?? crypto.randomUUID();
    neufs.set(valeur, neuf);
    return neuf;
  };
  const client = await pool.connect();
  const lignes: unknown[] = [];
  try {
    for (const { text, values, name } of enonces) {
      const resultat = await client.query(values?.length ? { text, values: values.map(renew), name } : text);
      const rendus = (Array.isArray(resultat) ? resultat : [resultat]) as pg.QueryResult[];
      for (const { rows } of rendus) lignes.push(...rows);
    }
    return lignes;
  } catch (erreur) {
    await client.query('rollback');
    throw erreur;
  } finally {
    client.release();
  }
}
