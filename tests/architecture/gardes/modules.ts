import { modules } from '#modules/niveaux.ts';
import type { Anomalie, Depot, Garde } from '../depot.ts';

const LIGNES_README = { minimum: 5, maximum: 60 };

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

export const gardeModules: Garde = {
  nom: 'modules',
  titre: 'Chaque dossier de src/modules est dans niveaux.ts et se présente dans un README.md',
  verify(depot) {
    const dossiers = new Set(depot.fichiers.flatMap((fichier) => /^src\/modules\/([^/]+)\//.exec(fichier)?.[1] ?? []));
    const declares = new Set(modules.map((module) => module.nom));
    return [...dossiers].flatMap((dossier) => [
      ...(declares.has(dossier)
        ? []
        : [{ fichier: `src/modules/${dossier}`, message: 'absent de src/modules/niveaux.ts' }]),
      ...verifyReadme(depot, dossier),
    ]);
  },
};
