import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';

/** An empty database of the server under test, not migrated, dropped afterwards with its accounts. */
export function withBaseVide(): { readonly urlProprietaire: string } {
  const nom = `marelle_essai_${randomBytes(6).toString('hex')}`;
  const url = () => {
    const adresse = new URL(inject('urlServeur'));
    adresse.pathname = `/${nom}`;
    return adresse.href;
  };
  beforeAll(() => executeSurServeur([`create database ${nom} encoding 'UTF8' template template0`]));
  afterAll(() =>
    executeSurServeur([
      `drop database if exists ${nom} with (force)`,
      ...['agents', 'systeme'].map((usage) => `drop role if exists ${nom}_connexion_${usage}`),
    ]),
  );
  return {
    get urlProprietaire() {
      return url();
    },
  };
}

async function executeSurServeur(ordres: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('urlServeur') });
  await client.connect();
  try {
    for (const ordre of ordres) await client.query(ordre);
  } finally {
    await client.end();
  }
}

/** Owner's queries on a database, one after the other, on a connection opened for them. */
export async function listLignes<R extends pg.QueryResultRow>(
  urlProprietaire: string,
  texte: string,
  valeurs?: unknown[],
): Promise<R[]> {
  const client = new pg.Client({ connectionString: urlProprietaire });
  await client.connect();
  try {
    return (await client.query<R>(texte, valeurs)).rows;
  } finally {
    await client.end();
  }
}
