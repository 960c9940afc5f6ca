import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const REGLES = ['src/shared/{delai,jours-feries,jour-civil}.ts', 'src/modules/*/rules/*.ts'];
/** Ni droit ni métier : les règles techniques de la connexion, des échéances, du rapprochement, de la reprise et des trames ont leurs README. */
const PAS_UNE_REGLE = /modules\/(?:comptes|echeances|rapprochement|reprise|trames)\/|(?:textes|arbre)\.ts$|\.test\.ts$/;

/** docs/droit.md : chaque règle, ce que dit le texte et comment il est lu (son en-tête), et ce que ses essais établissent. */
export function buildDroit(racine: string): string {
  const fichiers = globSync(REGLES, { cwd: racine })
    .filter((fichier) => !PAS_UNE_REGLE.test(fichier))
    .sort();
  const sections = fichiers.map((fichier) => buildSection(racine, fichier)).filter((section) => section !== '');
  return [
    '# Le droit dans Marelle',
    '',
    'Page tirée du code (`node docs/generate-droit.mjs`). Chaque règle est une fonction pure ; son en-tête est écrit pour un',
    'juriste, les titres de ses essais énoncent la norme. Un texte « à confirmer » avertit et ne bloque jamais.',
    '',
    ...sections,
  ].join('\n');
}

function buildSection(racine: string, fichier: string): string {
  const entete = readEntete(readFileSync(join(racine, fichier), 'utf8'));
  if (!entete) return '';
  const essais = listEssais(racine, fichier.replace(/\.ts$/, '.test.ts'));
  return [
    `## \`${fichier}\``,
    '',
    entete,
    '',
    ...(essais.length > 0 ? ['Ce que les essais établissent :', '', ...essais, ''] : []),
  ].join('\n');
}

/** Le premier commentaire de documentation du fichier, en texte courant. */
function readEntete(source: string): string | undefined {
  const bloc = /\/\*\*([\s\S]*?)\*\//.exec(source)?.[1];
  return bloc
    ?.split('\n')
    .map((ligne) => ligne.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim();
}

function listEssais(racine: string, fichier: string): string[] {
  const [present] = globSync(fichier, { cwd: racine });
  if (!present) return [];
  const source = readFileSync(join(racine, present), 'utf8');
  const titres = source.matchAll(/\b(?:describe|test|it)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g);
  return [...titres].map(([, , titre = '']) => `- ${titre.replaceAll("\\'", "'")}`);
}
