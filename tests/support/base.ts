import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { asAgent, type Contexte } from '#database/as-agent.ts';
import { asSystem } from '#database/as-system.ts';
import { type Database, type DatabaseUrls, openDatabase } from '#database/connection.ts';
import { createApplicationRoles } from '#database/roles.ts';
import { updateEcheancesTouchees } from '#modules/echeances/index.server.ts';
import { defineApresActe } from '#server/apres-acte.ts';

// What an act owes is worked out again in its own transaction, here as in the application.
defineApresActe(updateEcheancesTouchees);

export type BaseDeTest = {
  /** As the application sees it: plain roles, row-level security on. */
  readonly db: Database;
  readonly urls: DatabaseUrls;
  /** As the owner, whom no policy stops: to lay facts, and to look behind the curtain. */
  readonly urlProprietaire: string;
  readonly executeSql: <R extends pg.QueryResultRow>(texte: string, valeurs?: unknown[]) => Promise<R[]>;
  readonly asAgent: <T>(agentId: string, fn: (contexte: Contexte) => Promise<T>) => Promise<T>;
  readonly asSystem: <T>(fn: (contexte: Omit<Contexte, 'agent'>) => Promise<T>) => Promise<T>;
};

type Ouverte = { db: Database; urls: DatabaseUrls; urlProprietaire: string; owner: pg.Pool };

/**
 * A database of its own for the test file that calls this (at the top, or in a `describe`), copied from the migrated
 * one and dropped afterwards. Its fields are ready from the first `beforeAll` that follows.
 */
export function withBase(): BaseDeTest {
  const nom = `marelle_essai_${randomBytes(6).toString('hex')}`;
  let ouverte: Ouverte | undefined;
  beforeAll(async () => {
    ouverte = await openCopie(nom);
  });
  afterAll(async () => {
    await ouverte?.db.close();
    await ouverte?.owner.end();
    await dropCopie(nom, ouverte?.urls);
  });
  const base = () => {
    if (ouverte === undefined) throw new Error('La base de test ne s’ouvre qu’au premier beforeAll');
    return ouverte;
  };
  return {
    get db() {
      return base().db;
    },
    get urls() {
      return base().urls;
    },
    get urlProprietaire() {
      return base().urlProprietaire;
    },
    executeSql: async (texte, valeurs) => (await base().owner.query(texte, valeurs)).rows,
    asAgent: (agentId, fn) => asAgent(base().db, { agentId }, fn),
    asSystem: (fn) => asSystem(base().db, 'essai', fn),
  };
}

async function openCopie(nom: string): Promise<Ouverte> {
  await onServeur((client) => client.query(`create database ${nom} template ${inject('modele')}`));
  const url = new URL(inject('urlServeur'));
  url.pathname = `/${nom}`;
  const urls = await createApplicationRoles({ urlProprietaire: url.href, secret: 'essai' });
  const owner = new pg.Pool({ connectionString: url.href, max: 2 });
  // The database is dropped under connections that are closing: their last word is no failure.
  owner.on('error', () => undefined);
  return { db: openDatabase(urls, { max: 6 }), urls, urlProprietaire: url.href, owner };
}

async function dropCopie(nom: string, urls: DatabaseUrls | undefined): Promise<void> {
  const comptes = Object.values(urls ?? {}).map((url) => decodeURIComponent(new URL(url).username));
  await onServeur(async (client) => {
    await client.query(`drop database if exists ${nom} with (force)`);
    for (const compte of comptes) await client.query(`drop role if exists ${pg.escapeIdentifier(compte)}`);
  });
}

async function onServeur(fn: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('urlServeur') });
  await client.connect();
  try {
    await fn(client);
  } finally {
    await client.end();
  }
}
