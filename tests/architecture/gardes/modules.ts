import { modules } from '#modules/niveaux.ts';
import type { Anomalie, Depot, Garde } from '../depot.ts';

const LIGNES_README = { minimum: 5, maximum: 60 };
/** Au-delà, un module est deux modules (ADR 0014, 0015). */
const FICHIERS_MAXIMUM = 60;

function verifyReadme(depot: Depot, dossier: string): Anomalie[] {
  const fichier = `src/modules/${dossier}/README.md`;
  if (!depot.fichiers.includes(fichier)) {
    return [
      { fichier, message: 'manque : une trentaine de lignes (sujet, textes, tables, qui lit, qui écrit, questions)' },
    ];
  }
  const lignes = depot.read(fichier).trimEnd().split('\n').length;
  if (lignes >= LIGNES_README.minimum && lignes <= LIGNES_README.maximum) return [];
  return [{ fichier, message: `${lignes} lignes : viser une trentaine` }];
}

function verifyTaille(depot: Depot, dossier: string): Anomalie[] {
  const fichier = `src/modules/${dossier}`;
  const nombre = depot.fichiers.filter((chemin) => chemin.startsWith(`${fichier}/`)).length;
  if (nombre <= FICHIERS_MAXIMUM) return [];
  return [{ fichier, message: `${nombre} fichiers, limite ${FICHIERS_MAXIMUM} : en faire deux modules` }];
}

export const gardeModules: Garde = {
  nom: 'modules',
  titre:
    'Chaque dossier de src/modules est dans niveaux.ts, se présente dans un README.md et tient en soixante fichiers',
  verify(depot) {
    const dossiers = new Set(depot.fichiers.flatMap((fichier) => /^src\/modules\/([^/]+)\//.exec(fichier)?.[1] ?? []));
    const declares = new Set(modules.map((module) => module.nom));
    return [...dossiers].flatMap((dossier) => [
      ...(declares.has(dossier)
        ? []
        : [{ fichier: `src/modules/${dossier}`, message: 'absent de src/modules/niveaux.ts' }]),
      ...verifyReadme(depot, dossier),
      ...verifyTaille(depot, dossier),
    ]);
  },
};
