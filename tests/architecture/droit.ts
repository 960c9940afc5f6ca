import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatVigueur, REGLES } from '#modules/echeances/index.ts';
import { ACTEURS, type Regle } from '#shared/obligation.ts';
import { formatTexte, LIBELLE_CONFIANCE, type TexteLegal } from '#shared/texte-legal.ts';

const FICHIERS = ['src/shared/{delai,jours-feries,jour-civil}.ts', 'src/modules/*/rules/*.ts'];
/** Ni droit ni métier : les règles techniques de la connexion, des échéances, du rapprochement, de la reprise et des trames ont leurs README. */
const PAS_UNE_REGLE = /modules\/(?:comptes|echeances|rapprochement|reprise|trames)\/|(?:textes|arbre)\.ts$|\.test\.ts$/;

/** Un fichier de règles : son en-tête, les essais qui l'éprouvent, et les règles qui font naître des obligations. */
export type Lecture = Readonly<{
  fichier: string;
  entete: string;
  essais: readonly string[];
  regles: readonly string[];
}>;

/** Les fichiers de règles qui ont un en-tête, dans l'ordre de leurs noms. */
export function listLectures(racine: string): Lecture[] {
  return globSync(FICHIERS, { cwd: racine })
    .filter((fichier) => !PAS_UNE_REGLE.test(fichier))
    .sort()
    .flatMap((fichier) => {
      const source = readFileSync(join(racine, fichier), 'utf8');
      const entete = readEntete(source);
      if (!entete) return [];
      const ecrits = new Set([...source.matchAll(/\bid: '([A-Z]+-\d+\w?)'/g)].map(([, id]) => id));
      const regles = REGLES.map(({ id }) => id).filter((id) => ecrits.has(id));
      return [{ fichier, entete, essais: listEssais(racine, fichier.replace(/\.ts$/, '.test.ts')), regles }];
    });
}

/** docs/droit.md : chaque règle, ce que dit le texte et comment il est lu (son en-tête), et ce que ses essais établissent. */
export function buildDroit(racine: string): string {
  return [
    '# Le droit dans Marelle',
    '',
    'Page tirée du code (`node docs/generate-droit.mjs`). Chaque règle est une fonction pure ; son en-tête est écrit pour un',
    'juriste, les titres de ses essais énoncent la norme. Un texte « à confirmer » avertit et ne bloque jamais. La page « Le droit »',
    'de Marelle montre la même chose, et s’y cherche.',
    '',
    ...listLectures(racine).map(buildSection),
  ].join('\n');
}

/** Ce que la page « Le droit » lit du code : les en-têtes et les essais n'y sont pas autrement. */
export function buildLectures(racine: string): string {
  const lectures = JSON.stringify(listLectures(racine), undefined, 2);
  return `/** Tiré des règles par « node docs/generate-droit.mjs ». */\nexport const LECTURES = ${lectures} as const;\n`;
}

function buildSection({ fichier, entete, essais, regles }: Lecture): string {
  return [
    `## \`${fichier}\``,
    '',
    entete,
    '',
    ...REGLES.filter(({ id }) => regles.includes(id)).flatMap(buildRegle),
    ...(essais.length > 0 ? ['Ce que les essais établissent :', '', ...essais.map((essai) => `- ${essai}`), ''] : []),
  ].join('\n');
}

function buildRegle(regle: Regle): string[] {
  const { id, libelle, acteur, vigueur, textes, satisfaite, arretee } = regle;
  return [
    `### ${id} : ${libelle}`,
    '',
    `- Qui agit : ${ACTEURS[acteur]}`,
    `- En vigueur : ${formatVigueur(vigueur)}`,
    `- Textes : ${textes.map(formatTexteLu).join(' ; ')}`,
    `- Satisfaite par : ${satisfaite}`,
    `- Arrêtée par : ${arretee}`,
    '',
  ];
}

/** Toute confiance se dit, « texte vérifié » compris. */
function formatTexteLu(texte: TexteLegal): string {
  return texte.confiance === 'verifie' ? `${formatTexte(texte)} (${LIBELLE_CONFIANCE.verifie})` : formatTexte(texte);
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
  return [...titres].map(([, , titre = '']) => titre.replaceAll("\\'", "'"));
}
