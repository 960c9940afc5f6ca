/** Marelle telle qu'elle est servie, sur une base déjà prête : session, droits et journal compris. */
import { readFileSync } from 'node:fs';
import { type DatabaseUrls, openDatabase } from '#database/connection.ts';
import { loadServerBuild, startServer } from '#server/start.ts';

type Reglage = { urls: DatabaseUrls; connexions: number; secret: string };

const [fichier = ''] = process.argv.slice(2);
const { urls, connexions, secret } = JSON.parse(readFileSync(fichier, 'utf8')) as Reglage;
const db = openDatabase(urls, { max: connexions });
const build = await loadServerBuild();
const application = build.createApplication({ db, connexion: { secret, adresse: 'http://127.0.0.1' } });
const serveur = await startServer({ port: 0, hote: '127.0.0.1', application });
process.send?.({ port: serveur.port });
process.once('SIGTERM', async () => {
  await serveur.close();
  await db.close();
});
