import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ce qu'une garde regarde : les fichiers du dépôt (chemins relatifs, séparés par « / ») et leur texte. */
export type Depot = Readonly<{ fichiers: readonly string[]; read: (chemin: string) => string }>;

export type Anomalie = Readonly<{ fichier: string; ligne?: number; message: string }>;

export type Garde = Readonly<{ nom: string; titre: string; verify: (depot: Depot) => Anomalie[] }>;

const IGNORES = new Set(['node_modules', '.git', 'build', '.react-router', 'donnees', 'coverage']);

/** Parcourt le dossier sans passer par git : le dépôt peut être une archive, git peut manquer. */
export function openDepot(racine: string): Depot {
  const fichiers: string[] = [];
  const walk = (dossier: string): void => {
    for (const entree of readdirSync(join(racine, dossier), { withFileTypes: true })) {
      if (IGNORES.has(entree.name)) continue;
      const chemin = dossier === '' ? entree.name : `${dossier}/${entree.name}`;
      if (entree.isDirectory()) walk(chemin);
      else if (entree.isFile()) fichiers.push(chemin);
    }
  };
  walk('');
  return {
    fichiers: fichiers.sort(),
    read: (chemin) => (existsSync(join(racine, chemin)) ? readFileSync(join(racine, chemin), 'utf8') : ''),
  };
}

/** Un dépôt de papier, pour prouver qu'une garde sait refuser. */
export function buildDepot(textes: Readonly<Record<string, string>>): Depot {
  return { fichiers: Object.keys(textes).sort(), read: (chemin) => textes[chemin] ?? '' };
}

export function formatAnomalie({ fichier, ligne, message }: Anomalie): string {
  return `${fichier}${ligne === undefined ? '' : `:${ligne}`}  ${message}`;
}

/** Les lignes d'un texte où le motif paraît. */
export function findLignes(texte: string, motif: RegExp): { ligne: number; trouve: string }[] {
  return texte.split('\n').flatMap((contenu, rang) => {
    const trouve = motif.exec(contenu);
    return trouve ? [{ ligne: rang + 1, trouve: trouve[0] }] : [];
  });
}
