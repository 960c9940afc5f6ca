import { type Database, openDatabase } from '#database/connection.ts';
import { type EmbeddedServer, openRunningServer, startEmbeddedServer } from '#database/embedded-server.ts';
import { DossierOccupe } from '#database/embedded-server-lock.ts';
import { migrate } from '#database/migrate.ts';
import { createApplicationRoles } from '#database/roles.ts';
import { verifyServer } from '#database/server-check.ts';
import { verifyProtection } from '#database/verify-protection.ts';
import type { Configuration } from '#server/configuration.ts';
import { migrateTravaux } from '#server/jobs/schema.ts';
import { logEtape } from './etapes.ts';

/** The owner's address of the base: the département's server, checked, or the embedded one, started. */
export async function openServeur(configuration: Configuration, secret: string): Promise<EmbeddedServer> {
  const { urlBase, dossier } = configuration;
  if (urlBase === undefined) {
    const server = await startEmbeddedServer({ dossier, secret, journaliser: logEtape });
    logEtape(`Base embarquée ouverte (PostgreSQL 18, ${dossier}).`);
    return server;
  }
  await verifyServer(urlBase);
  const { hostname, pathname } = new URL(urlBase);
  logEtape(`Base du département jointe (${hostname}${pathname}).`);
  return { urlProprietaire: urlBase, stop: async () => undefined };
}

/** Like openServeur, but when Marelle is open on the embedded base it works beside it, through the same server. */
export async function openServeurPartage(configuration: Configuration, secret: string): Promise<EmbeddedServer> {
  try {
    return await openServeur(configuration, secret);
  } catch (erreur) {
    const occupe = erreur instanceof DossierOccupe;
    const server = occupe ? await openRunningServer({ dossier: configuration.dossier, secret }) : undefined;
    if (server === undefined) throw erreur;
    logEtape('Base embarquée jointe, Marelle restant ouverte.');
    return server;
  }
}

export type BaseOuverte = {
  db: Database;
  urlProprietaire: string;
  urlSysteme: string;
  close: () => Promise<void>;
};

/** The base ready to serve: server joined (alone on it, unless told otherwise), schema brought to the level of the code. */
export async function openBase(
  configuration: Configuration,
  secret: string,
  open: typeof openServeur = openServeur,
): Promise<BaseOuverte> {
  const serveur = await open(configuration, secret);
  const { urlProprietaire } = serveur;
  try {
    await updateSchema(urlProprietaire);
    const urls = await createApplicationRoles({ urlProprietaire, secret });
    const db = openDatabase({ ...urls, urlApplication: configuration.urlApplication ?? urls.urlApplication });
    const close = async () => {
      await db.close();
      await serveur.stop();
    };
    await verifyConnexions(db).catch(async (erreur) => {
      await db.close();
      throw erreur;
    });
    return { db, urlProprietaire, urlSysteme: urls.urlSysteme, close };
  } catch (erreur) {
    await serveur.stop();
    throw erreur;
  }
}

export async function updateSchema(urlProprietaire: string): Promise<void> {
  const passees = await migrate({ urlProprietaire });
  await migrateTravaux(urlProprietaire);
  if (passees > 0) logEtape(`Base mise à jour (${passees} étape${passees > 1 ? 's' : ''}).`);
}

/** Neither of the two accounts that Marelle serves with may pass over the row policies. */
async function verifyConnexions(db: Database): Promise<void> {
  for (const pool of [db.agents, db.systeme]) await verifyProtection(pool);
}
