/**
 * Les gardes d'architecture : ce que ni les types, ni Biome, ni dependency-cruiser ne savent dire.
 * `node tests/architecture/gardes.ts [nom…]` les passe ; `--carte` réécrit la carte de la documentation.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FICHIER_CARTE, updateCarte } from './carte.ts';
import { formatAnomalie, type Garde, openDepot } from './depot.ts';
import { gardeCarte } from './gardes/carte.ts';
import { gardeDecisions } from './gardes/decisions.ts';
import { gardeGlossaire } from './gardes/glossaire.ts';
import { gardeInterdits } from './gardes/interdits.ts';
import { gardeLiens } from './gardes/liens.ts';
import { gardeMigrations } from './gardes/migrations.ts';
import { gardeModules } from './gardes/modules.ts';
import { gardeNoms } from './gardes/noms.ts';
import { gardeSysteme } from './gardes/systeme.ts';
import { gardeTaille } from './gardes/taille.ts';

export const gardes: readonly Garde[] = [
  gardeModules,
  gardeNoms,
  gardeGlossaire,
  gardeMigrations,
  gardeTaille,
  gardeSysteme,
  gardeInterdits,
  gardeDecisions,
  gardeCarte,
  gardeLiens,
];

export const racine = fileURLToPath(new URL('../..', import.meta.url));

function executeGardes(noms: readonly string[]): number {
  const depot = openDepot(racine);
  const choisies = gardes.filter((garde) => noms.length === 0 || noms.includes(garde.nom));
  const anomalies = choisies.flatMap((garde) => garde.verify(depot).map((anomalie) => ({ garde, anomalie })));
  const lignes = anomalies.map(({ garde, anomalie }) => `[${garde.nom}] ${formatAnomalie(anomalie)}`);
  process.stdout.write([...lignes, `${choisies.length} gardes, ${anomalies.length} anomalies`, ''].join('\n'));
  return anomalies.length === 0 && choisies.length > 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const noms = process.argv.slice(2);
  if (noms.includes('--carte')) {
    const page = join(racine, FICHIER_CARTE);
    writeFileSync(page, updateCarte(readFileSync(page, 'utf8')));
  } else {
    process.exitCode = executeGardes(noms);
  }
}
