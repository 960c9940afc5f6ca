/** Une base neuve pour une mesure, sur le serveur donné par DATABASE_URL ou sur l'embarqué ; `close` la supprime. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startEmbeddedServer } from '#database/embedded-server.ts';
import { createDossierTemporaire } from '#tests/support/dossier-temporaire.ts';

export type BaseNeuve = { urlProprietaire: string; close: () => Promise<void> };

/** `modele` : la base du même serveur qu'elle copie ; sans lui, elle est vide. */
export async function createBaseNeuve(secret: string, modele = 'template0'): Promise<BaseNeuve> {
  const { dossier, remove } = createDossierTemporaire();
  const donne = process.env.DATABASE_URL;
  const embarque = donne ? undefined : await startEmbeddedServer({ dossier, secret });
  const nom = `marelle_mesure_${randomBytes(4).toString('hex')}`;
  const adresse = donne ?? embarque?.urlProprietaire ?? '';
  await executeSql(adresse, `create database ${nom} encoding 'UTF8' template ${modele}`);
  return {
    urlProprietaire: Object.assign(new URL(adresse), { pathname: `/${nom}` }).href,
    close: async () => {
      await executeSql(adresse, `drop database ${nom} with (force)`);
      await embarque?.stop();
      remove();
    },
  };
}

async function executeSql(url: string, texte: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(texte);
  await client.end();
}
