/**
 * Ce que passe `npm run check`, dans l'ordre : du plus rapide à dire au plus long à corriger.
 * Les commandes se lancent depuis la racine du dépôt ; chacune sort en erreur au premier écart.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const racine = fileURLToPath(new URL('../..', import.meta.url));
const embarque = ['bin/node', 'bin/node.exe']
  .map((chemin) => join(racine, 'node_modules/node', chemin))
  .find(existsSync);

/** Node 24 arrive par npm : le Node de la machine peut être plus ancien. */
const node = Number.parseInt(process.versions.node, 10) >= 24 ? process.execPath : (embarque ?? process.execPath);

export const verifications = [
  {
    nom: 'types des routes',
    commande: node,
    args: ['node_modules/@react-router/dev/bin.cjs', 'typegen'],
  },
  { nom: 'types', commande: node, args: ['node_modules/typescript-natif/bin/tsc', '--noEmit'] },
  {
    nom: 'écriture (biome)',
    commande: node,
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  },
  {
    nom: 'niveaux et couches (dependency-cruiser)',
    commande: node,
    args: [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      ...['src', 'demo', 'bin', 'tests'].filter((dossier) => existsSync(join(racine, dossier))),
    ],
  },
  { nom: 'code inutilisé (knip)', commande: node, args: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { nom: 'gardes du dépôt et de la documentation', commande: node, args: ['tests/architecture/gardes.ts'] },
];
