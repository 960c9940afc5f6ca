// Refait docs/simulation.md, le schéma JSON et les exemples de docs/exemples/simulation, depuis les faits et les règles.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildFichiersDeSimulation } from '../tests/architecture/simulation.ts';

const racine = fileURLToPath(new URL('..', import.meta.url));
mkdirSync(`${racine}docs/exemples/simulation`, { recursive: true });
for (const [fichier, contenu] of buildFichiersDeSimulation(racine)) writeFileSync(`${racine}${fichier}`, contenu);
