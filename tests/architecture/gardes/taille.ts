import type { Garde } from '../depot.ts';

const LIMITE = 400;
const LIMITE_TESTS = 600;

/** Biome mesure les fichiers TypeScript ; ici le SQL et le CSS comptent aussi. */
export const gardeTaille: Garde = {
  nom: 'taille',
  titre: `Aucun fichier source au-delà de ${LIMITE} lignes (tests : ${LIMITE_TESTS})`,
  verify(depot) {
    return depot.fichiers.flatMap((fichier) => {
      if (!/\.(?:tsx?|mjs|css|sql)$/.test(fichier) || /\.generated\.|^database\/schema\.sql$/.test(fichier)) return [];
      const limite = /\.test\.|\.parcours\.|^tests\//.test(fichier) ? LIMITE_TESTS : LIMITE;
      const lignes = depot.read(fichier).trimEnd().split('\n').length;
      return lignes > limite ? [{ fichier, message: `${lignes} lignes, limite ${limite} : couper par sujet` }] : [];
    });
  },
};
