// Refait la table des variables de docs/exploitation.md depuis src/server/configuration.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { buildManuel } from '../src/server/configuration-manuel.ts';

const fichier = new URL('exploitation.md', import.meta.url);
writeFileSync(fichier, buildManuel(readFileSync(fichier, 'utf8')));
