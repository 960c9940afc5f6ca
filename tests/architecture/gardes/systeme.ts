import { findLignes, type Garde } from '../depot.ts';

/**
 * Qui peut ouvrir la base au nom du système, qui voit tout. La liste est courte exprès : une ligne de plus se justifie
 * ici, et une page ou une commande d'un agent n'y entre jamais.
 */
const PERMIS: readonly { chemin: RegExp; raison: string }[] = [
  { chemin: /^src\/database\//, raison: 'c’est là que la fonction est écrite' },
  { chemin: /^src\/cli\//, raison: 'l’exploitant, sur le serveur, tient déjà la base' },
  { chemin: /^src\/server\/jobs(?:\/|\.ts$)/, raison: 'les travaux de nuit n’ont pas d’agent' },
  { chemin: /^src\/modules\/comptes\/data\//, raison: 'avant la connexion, il n’y a pas encore d’agent' },
  {
    chemin: /^src\/modules\/reprise\/(?:data\/(?:travail|commande)\.server|testing\/import-essai)\.ts$/,
    raison: 'qui importe n’a de mission sur aucun enfant : le travail écrit pour lui, son nom au journal',
  },
  { chemin: /^demo\//, raison: 'un département fictif, chargé avant d’ouvrir' },
  { chemin: /^tests\/support\//, raison: 'préparer la base d’une suite de tests' },
  {
    chemin: /^tests\/mesures\/(?:echeances|activite-psu)\.mesure\.ts$/,
    raison: 'le travail de nuit que l’on mesure n’a pas d’agent',
  },
];

export const gardeSysteme: Garde = {
  nom: 'systeme',
  titre: 'Seuls les fichiers listés ouvrent la base au nom du système',
  verify(depot) {
    return depot.fichiers
      .filter((fichier) => /^(?:src|demo|bin|tests)\/.+\.(?:tsx?|mjs)$/.test(fichier) && !/\.test\.ts$/.test(fichier))
      .filter((fichier) => !PERMIS.some(({ chemin }) => chemin.test(fichier)))
      .flatMap((fichier) =>
        findLignes(depot.read(fichier), /from ['"][^'"]*\/as-system\.ts['"]/).map(({ ligne }) => ({
          fichier,
          ligne,
          message: 'asSystem hors de la liste de tests/architecture/gardes/systeme.ts : passer par asAgent',
        })),
      );
  },
};
