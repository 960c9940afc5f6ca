// Refait database/schema.sql depuis une base à jour : node database/generate-schema.mjs postgres://…
import { writeFile } from 'node:fs/promises';
import { buildSchema } from '../src/database/schema-snapshot.ts';

const [url, sortie = 'database/schema.sql'] = process.argv.slice(2);
if (!url) throw new Error("Donner l'adresse d'une base migrée.");
await writeFile(sortie, await buildSchema(url));
