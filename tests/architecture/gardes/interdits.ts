import { type Anomalie, type Depot, findLignes, type Garde } from '../depot.ts';

type Interdit = { motif: RegExp; message: string; sauf?: RegExp; fichiers?: RegExp };

const SOURCES = /\.(?:tsx?|mjs|cjs|js|json|css|sql|md|sh|yml)$/;

/** Les motifs sont écrits de sorte à ne pas se reconnaître eux-mêmes. */
const INTERDITS: readonly Interdit[] = [
  {
    motif: /(?:^|["'`\s(=:])\/(?:work|tmp|root|home|Users)\/[\w.-]/,
    message: 'chemin propre à une machine : passer par os.tmpdir(), import.meta ou une variable',
  },
  {
    motif: /\b(?:describe|test|it|suite)\.(?:only|skip|todo|fails)\b/,
    message: 'test mis de côté : le réparer ou le retirer',
  },
  {
    motif: /biome[-]ignore|@ts[-]ignore|@ts[-]nocheck|eslint[-]disable/,
    message: 'règle mise de côté : corriger le code',
  },
  {
    motif: /\bTemporal\.Now\b/,
    message: 'l’heure vient de src/server/clock.ts',
    // Un identifiant porte l'instant de sa création : un rang, pas une date dont une règle dépendrait.
    sauf: /^src\/(?:server\/clock|shared\/identifiant)\.ts$/,
  },
  {
    motif: /\sstyle=\{|\son[A-Z]\w+="/,
    message: 'style ou script dans une balise : la politique de sécurité (CSP) les refuse, employer une classe',
    fichiers: /\.tsx$/,
  },
  {
    motif: /@gouvfr\/|class(?:Name)?="fr-/,
    message: "système de design de l'État (DSFR) : un département n'a pas le droit de l'employer",
    fichiers: /\.(?:tsx|css|json)$/,
  },
  {
    // Un commentaire garde l'apostrophe du clavier ; ce qui se lit à l'écran, celle de l'imprimerie.
    motif: /^(?!\s*(?:\*|\{?\/\*|--)|.*\/\/ ).*\p{L}'\p{L}/u,
    message: 'apostrophe droite dans un texte montré : écrire « ’ »',
    fichiers: /^src\/(?:modules|web|documents)\/(?!.*(?:\.test|\.generated)\.).*\.tsx?$/,
  },
  { motif: /\bTODO\b|\bFIXME\b|\bXXX\b/, message: 'reste à faire : le faire, ou ouvrir un ticket' },
];

function verifyVerrou(depot: Depot): Anomalie[] {
  const fichier = 'package-lock.json';
  return findLignes(depot.read(fichier), /"resolved":|https?:\/\/[^"]*registry/).map(({ ligne }) => ({
    fichier,
    ligne,
    message: 'adresse de registre : garder omit-lockfile-registry-resolved=true dans .npmrc',
  }));
}

export const gardeInterdits: Garde = {
  nom: 'interdits',
  titre: 'Ni chemin de machine, ni adresse de registre, ni test ou règle mis de côté',
  verify(depot) {
    const textes = depot.fichiers.filter(
      (fichier) => SOURCES.test(fichier) && fichier !== 'package-lock.json' && !/^tests\/architecture\//.test(fichier),
    );
    const anomalies = textes.flatMap((fichier) =>
      INTERDITS.filter(({ sauf, fichiers }) => !sauf?.test(fichier) && (fichiers?.test(fichier) ?? true)).flatMap(
        ({ motif, message }) =>
          findLignes(depot.read(fichier), motif).map(({ ligne, trouve }) => ({
            fichier,
            ligne,
            message: `« ${trouve.trim()} » : ${message}`,
          })),
      ),
    );
    return [...anomalies, ...verifyVerrou(depot)];
  },
};
