import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedServer } from '#database/embedded-server.ts';
import { migrate } from '#database/migrate.ts';
import { createDossierTemporaire } from './dossier-temporaire.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server the database suites run on, as an owner who may create databases. */
    urlServeur: string;
    /** The database, migrated once, that each test file copies. */
    modele: string;
  }
}

/** Group roles only: the connection accounts of a run beside this one are none of its business. */
const listRoles =
  "select rolname as nom from pg_roles where rolname ~ '^marelle_' and rolname !~ '_connexion_' and not rolcanlogin";

/** Once a run: a server (given, or embedded without durability), and a migrated database to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await openServeur();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: avant } = await client.query<{ nom: string }>(listRoles);
  const modele = `marelle_essai_${randomBytes(4).toString('hex')}`;
  await client.query(`create database ${modele} encoding 'UTF8' template template0`);
  await migrate({ urlProprietaire: buildUrlDe(url, modele) });
  project.provide('urlServeur', url);
  project.provide('modele', modele);
  return async () => {
    await client.query(`drop database if exists ${modele} with (force)`);
    const { rows: apres } = await client.query<{ nom: string }>(listRoles);
    const crees = apres.filter(({ nom }) => !avant.some((role) => role.nom === nom));
    // Group roles belong to the whole server: another run, or a real Marelle, may have begun to use them.
    for (const { nom } of crees) await client.query(`drop role ${pg.escapeIdentifier(nom)}`).catch(() => undefined);
    await client.end();
    await stop();
  };
}

async function openServeur(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.MARELLE_TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const { dossier, remove } = createDossierTemporaire();
  const server = await startEmbeddedServer({ dossier, secret: randomBytes(32).toString('hex'), sansDurabilite: true });
  const stop = async () => {
    await server.stop();
    remove();
  };
  return { url: server.urlProprietaire, stop };
}

function buildUrlDe(url: string, base: string): string {
  const autre = new URL(url);
  autre.pathname = `/${base}`;
  return autre.href;
}
