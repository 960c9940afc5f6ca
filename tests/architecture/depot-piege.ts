import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { verifications } from '../support/verifications.mjs';
import { racine } from './gardes.ts';

/** Les réglages des outils, copiés tels quels : c'est eux qu'on éprouve. */
const REGLAGES = [
  '.dependency-cruiser.mjs',
  '.gitignore',
  'biome.json',
  'knip.json',
  'package.json',
  'tsconfig.json',
  'src/modules/niveaux.ts',
];

export type DepotPiege = Readonly<{ dossier: string; close: () => void }>;

/** Un dépôt jetable : les vrais réglages, les vraies dépendances, et seulement les fichiers donnés. */
export function createDepotPiege(fichiers: Readonly<Record<string, string>>): DepotPiege {
  const dossier = mkdtempSync(join(tmpdir(), 'marelle-piege-'));
  const write = (chemin: string, texte: string) => {
    mkdirSync(dirname(join(dossier, chemin)), { recursive: true });
    writeFileSync(join(dossier, chemin), texte);
  };
  for (const reglage of REGLAGES) cpSync(join(racine, reglage), join(dossier, reglage), { recursive: true });
  symlinkSync(join(racine, 'node_modules'), join(dossier, 'node_modules'), 'dir');
  for (const [chemin, texte] of Object.entries(fichiers)) write(chemin, texte);
  return { dossier, close: () => rmSync(dossier, { recursive: true, force: true }) };
}

export type Resultat = Readonly<{ code: number | null; texte: string }>;

/** Passe dans le dépôt jetable la vérification de ce nom, telle que `npm run check` la lance. */
export function executeVerification(nom: string, dossier: string, ajouts: readonly string[] = []): Resultat {
  const verification = verifications.find((candidate) => candidate.nom.split(' (')[0] === nom);
  if (!verification) throw new Error(`Pas de vérification « ${nom} ».`);
  const args = verification.args.filter((arg) => !['demo', 'bin', 'tests'].includes(arg));
  const { status, stdout, stderr } = spawnSync(verification.commande, [...args, ...ajouts], {
    cwd: dossier,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  return { code: status, texte: `${stdout}${stderr}` };
}
