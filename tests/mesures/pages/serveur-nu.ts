/**
 * Le serveur nu : node:http et le pilote, rien d'autre. Il fait le même travail que Marelle pour la même requête (reconnaître
 * la session, ouvrir la transaction, les mêmes énoncés, le journal, valider) et rend les lignes en JSON.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { openPool } from '#database/connection.ts';
import { type Enonce, replay } from './requetes.ts';

type Reglage = { urlApplication: string; connexions: number; pages: Record<string, Enonce[]>; connus: string[] };

const [fichier = ''] = process.argv.slice(2);
const { urlApplication, connexions, pages, connus } = JSON.parse(readFileSync(fichier, 'utf8')) as Reglage;
const pool = openPool(urlApplication, connexions);
const presents = new Set(connus);

const serveur = createServer((requete, reponse) => {
  const enonces = pages[`${requete.method} ${requete.url}`] ?? [];
  requete.resume();
  requete.once('end', async () => {
    try {
      const lignes = await replay(pool, enonces, presents);
      reponse.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(lignes));
    } catch (erreur) {
      console.error(erreur);
      reponse.writeHead(500).end();
    }
  });
});
serveur.listen(0, '127.0.0.1', () => {
  const adresse = serveur.address();
  process.send?.({ port: typeof adresse === 'object' && adresse ? adresse.port : 0 });
});
process.once('SIGTERM', () => serveur.close(() => pool.end()));
