// Fige une base d'autrefois : node database/generate-ancienne.mjs <url d'une base vide> 0005 <fichier.sql> <sortie>
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { listMigrations } from '../src/database/migrate.ts';
import { writeSauvegarde } from '../src/database/sauvegarde.ts';

const [urlProprietaire, niveau, lignes, fichier] = process.argv.slice(2);
const client = new pg.Client({ connectionString: urlProprietaire });
await client.connect();
await client.query(await readFile('database/roles.sql', 'utf8'));
await client.query('create table public.marelle_migration (nom text primary key, empreinte text not null)');
for (const { nom, sql, empreinte } of await listMigrations()) {
  if (nom.slice(0, 4) > niveau) continue;
  await client.query(sql);
  await client.query('insert into public.marelle_migration values ($1, $2)', [nom, empreinte]);
}
await client.query(await readFile(lignes, 'utf8'));
await client.end();
await writeSauvegarde({ urlProprietaire, fichier, secret: 'essai' });
