import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  buildSchemaJson,
  computeSimulation,
  EXEMPLES,
  MODULES_DE_DROIT,
  parseDossier,
} from '#modules/echeances/index.ts';
import { PARAMETRES } from '#modules/organisation/index.ts';
import { ACTEURS, type FaitDefini, STATUTS } from '#shared/obligation.ts';

const DEBUT = '<!-- tiré des définitions par « node docs/generate-simulation.mjs » -->';
const FIN = '<!-- fin de ce qui est tiré des définitions -->';
const DOSSIER = 'docs/exemples/simulation';
/** Au-delà, les valeurs d'un champ ont leur table. */
const VALEURS_EN_LIGNE = 15;

type Propriete = {
  type?: string;
  format?: string;
  enum?: readonly string[];
  description?: string;
  'x-libelles'?: Readonly<Record<string, string>>;
};

/** Chaque fichier de la simulation et son contenu : la page, le schéma, les exemples et leurs réponses. */
export function buildFichiersDeSimulation(racine: string): Map<string, string> {
  const page = 'docs/simulation.md';
  const exemples = EXEMPLES.flatMap(({ nom, dossier }): [string, string][] => {
    const lu = parseDossier(dossier);
    if (!lu.ok) throw new Error(`L’exemple « ${nom} » ne se lit pas : ${JSON.stringify(lu.fautes)}`);
    return [
      [`${DOSSIER}/${nom}.json`, formatJson(dossier)],
      [`${DOSSIER}/${nom}.obligations.json`, formatJson(computeSimulation(lu.dossier))],
    ];
  });
  return new Map([
    [page, buildPage(readFileSync(`${racine}${page}`, 'utf8'))],
    [`${DOSSIER}/schema.json`, formatJson(buildSchemaJson())],
    ...exemples,
  ]);
}

function formatJson(valeur: unknown): string {
  return `${JSON.stringify(valeur, undefined, 2)}\n`;
}

function buildPage(texte: string): string {
  const [debut, fin] = [texte.indexOf(DEBUT), texte.indexOf(FIN)];
  if (debut === -1 || fin === -1) throw new Error('docs/simulation.md n’a plus ses deux repères.');
  const tire = [
    ...buildSections(),
    ...buildListe('## Qui agit (`qui`)', ACTEURS),
    ...buildListe('## Où en est l’obligation (`statut`)', STATUTS),
    ...buildParametres(),
    ...buildExemples(),
  ].join('\n');
  return `${texte.slice(0, debut)}${DEBUT}\n\n${tire}\n${texte.slice(fin)}`;
}

function buildSections(): string[] {
  const longs = new Map<string, Propriete>();
  const sections = MODULES_DE_DROIT.filter(({ faits }) => faits).flatMap(({ titre, faits = [] }) => [
    `### ${titre}`,
    '',
    ...faits.flatMap((fait) => buildFait(fait, longs)),
  ]);
  const tables = [...longs].flatMap(([champ, { enum: codes = [], 'x-libelles': libelles = {} }]) => [
    `### Valeurs de \`${champ}\``,
    '',
    '| valeur | ce qu’elle veut dire |',
    '|---|---|',
    ...codes.map((code) => `| \`${code}\` | ${libelles[code] ?? code} |`),
    '',
  ]);
  return ['## Les types de faits', '', ...sections, ...tables];
}

function buildFait({ type, titre, date, schema }: FaitDefini, longs: Map<string, Propriete>): string[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const champs = Object.entries(properties).map(([champ, propriete]) =>
    buildChamp(champ, propriete as Propriete, required.includes(champ), longs),
  );
  return [`#### \`${type}\``, '', `${titre}. \`date\` : ${date}.`, '', ...champs, ...(champs.length > 0 ? [''] : [])];
}

function buildChamp(champ: string, propriete: Propriete, requis: boolean, longs: Map<string, Propriete>): string {
  const { description = '', enum: codes = [] } = propriete;
  const long = codes.length > VALEURS_EN_LIGNE;
  if (long) longs.set(champ, propriete);
  const valeurs = long
    ? ` [Ses valeurs](#valeurs-de-${champ.toLowerCase()}).`
    : codes.length > 0
      ? ` Valeurs : ${codes.map((code) => `\`${code}\``).join(', ')}.`
      : '';
  const texte = description.replace(/\.$/, '');
  return `- \`${champ}\`${requis ? ' (obligatoire)' : ''} : ${texte}.${valeurs || ` ${formatSorte(propriete)}`}`;
}

function formatSorte({ type, format }: Propriete): string {
  if (type === 'boolean') return '`true` ou `false`.';
  if (type === 'integer') return 'Nombre entier.';
  if (type === 'number') return 'Nombre.';
  return format === 'date' ? 'Jour `AAAA-MM-JJ`.' : 'Texte.';
}

function buildListe(titre: string, libelles: Readonly<Record<string, string>>): string[] {
  return [titre, '', ...Object.entries(libelles).map(([cle, libelle]) => `- \`${cle}\` : ${libelle}`), ''];
}

function buildParametres(): string[] {
  const lignes = Object.entries(PARAMETRES).map(
    ([cle, { libelle, unite, defaut }]) => `| \`${cle}\` | ${libelle} | \`${JSON.stringify(defaut)}\` ${unite} |`,
  );
  return [
    '## Les paramètres (`parametres`)',
    '',
    '| clé | ce qu’elle règle | par défaut |',
    '|---|---|---|',
    ...lignes,
    '',
  ];
}

function buildExemples(): string[] {
  const lignes = EXEMPLES.map(
    ({ nom, titre }) =>
      `- ${titre} : [${nom}.json](exemples/simulation/${nom}.json), [sa réponse](exemples/simulation/${nom}.obligations.json)`,
  );
  return ['## Les exemples', '', ...lignes, ''];
}
