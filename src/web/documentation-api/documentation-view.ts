import type { DocumentOpenApi, Operation } from '#server/api/openapi.ts';
import type { SchemaJson } from '#server/api/schema-json.ts';

/** Une ligne de tableau : un champ ou un paramètre. `nom` dit le chemin : « lignes[].agent.nom ». */
export type Champ = { nom: string; type: string; requis: boolean; texte: string };

export type Entree = {
  id: string;
  methode: string;
  chemin: string;
  titre: string;
  texte: string | undefined;
  parametres: Champ[];
  corps: Champ[];
  reponse: Champ[];
  exemple: string;
};
export type Groupe = { titre: string; entrees: Entree[] };

/** Espaces insécables : un guillemet ou un deux-points ne reste pas seul au bout d'une ligne. */
export function formatPhrase(texte: string): string {
  return texte.replace(/« /g, '«\u00a0').replace(/ ([»:;?])/g, '\u00a0$1');
}

/** Ce que montre la page, tiré de la description que lisent aussi les machines. `adresse` : celle de Marelle, sans chemin. */
export function buildGroupes(description: DocumentOpenApi, adresse: string): Groupe[] {
  const entrees = Object.entries(description.paths).flatMap(([chemin, methodes]) =>
    Object.entries(methodes).map(([methode, operation]) => ({
      groupe: operation.tags[0] ?? '',
      entree: buildEntree(operation, methode.toUpperCase(), chemin, adresse + (description.servers[0]?.url ?? '')),
    })),
  );
  return description.tags.map(({ name }) => ({
    titre: name,
    entrees: entrees.filter(({ groupe }) => groupe === name).map(({ entree }) => entree),
  }));
}

function buildEntree(operation: Operation, methode: string, chemin: string, racine: string): Entree {
  const schema = operation.requestBody?.content['application/json'].schema;
  return {
    id: operation.operationId.replaceAll('.', '-'),
    methode,
    chemin,
    titre: operation.summary,
    texte: operation.description && formatPhrase(operation.description),
    parametres: operation.parameters.map(({ name, required, description, schema: type }) => ({
      nom: name,
      type: formatType(type),
      requis: required,
      texte: formatPhrase(description ?? ''),
    })),
    corps: schema ? listChamps(schema) : [],
    reponse: listChamps(findReponse(operation)),
    exemple: formatExemple(operation, methode, racine + chemin, schema),
  };
}

function findReponse({ responses }: Operation): SchemaJson {
  const reponse = responses['200'] ?? responses['201'];
  const schema = reponse && 'content' in reponse ? reponse.content?.['application/json']?.schema : undefined;
  return (schema ?? {}) as SchemaJson;
}

const PROFONDEUR = 3;

/** Les champs d'un objet, ceux des objets et des listes qu'il contient à leur suite. */
function listChamps(schema: SchemaJson, prefixe = '', profondeur = 0): Champ[] {
  const exiges = schema.required ?? [];
  return Object.entries(schema.properties ?? {}).flatMap(([nom, champ]) => {
    const chemin = prefixe + nom;
    const ligne = {
      nom: chemin,
      type: formatType(champ),
      requis: exiges.includes(nom),
      texte: formatPhrase(champ.description ?? ''),
    };
    if (profondeur === PROFONDEUR) return [ligne];
    const contenu = champ.items ? listChamps(champ.items, `${chemin}[].`, profondeur + 1) : [];
    return [ligne, ...contenu, ...listChamps(champ, `${chemin}.`, profondeur + 1)];
  });
}

const TYPES: Record<string, string> = {
  string: 'texte',
  integer: 'entier',
  number: 'nombre',
  boolean: 'vrai ou faux',
  object: 'objet',
  null: 'nul',
};
const FORMATS: Record<string, string> = {
  date: 'jour (AAAA-MM-JJ)',
  uuid: 'identifiant (uuid)',
  'date-time': 'instant (ISO 8601)',
};

/** « jour (AAAA-MM-JJ) ou nul », « liste de : texte », « parmi : asc, desc ». */
export function formatType(schema: SchemaJson): string {
  const { type, anyOf, format, items, minimum, maximum, maxLength } = schema;
  if (anyOf) return [...new Set(anyOf.map(formatType))].join(' ou ');
  if (schema.enum) return `parmi : ${schema.enum.map((valeur) => formatValeur(schema, valeur)).join(', ')}`;
  if (schema.const !== undefined) return `« ${String(schema.const)} »`;
  if (type === 'array') return `liste de : ${formatType(items ?? {})}`;
  if (format && FORMATS[format]) return FORMATS[format];
  const mots = (Array.isArray(type) ? type : [type ?? 'object']).map((mot) => TYPES[mot] ?? mot).join(' ou ');
  const bornes = [minimum !== undefined && `de ${minimum}`, maximum !== undefined && `à ${maximum}`].filter(Boolean);
  if (bornes.length > 0) return `${mots} (${bornes.join(' ')})`;
  return maxLength === undefined ? mots : `${mots} (${maxLength} caractères au plus)`;
}

function formatValeur(schema: SchemaJson, valeur: unknown): string {
  const libelles = schema['x-libelles'] as Record<string, string> | undefined;
  const code = String(valeur);
  return libelles?.[code] ? `${code} (${libelles[code]})` : code;
}

const IDENTIFIANT = '0193f5a2-7c41-7d10-9b5e-3f2a8c6d1e40';

/** Une commande à copier : les paramètres exigés, un corps plausible. */
function formatExemple(operation: Operation, methode: string, url: string, schema: SchemaJson | undefined): string {
  const exiges = operation.parameters.filter(({ required }) => required);
  const valeurDe = (nom: string) =>
    encodeURIComponent(String(buildExemple(exiges.find(({ name }) => name === nom)?.schema ?? {})));
  const chemin = url.replace(/\{(\w+)\}/g, (_, nom: string) => valeurDe(nom));
  const recherche = exiges.filter((p) => p.in === 'query').map(({ name }) => `${name}=${valeurDe(name)}`);
  const adresse = recherche.length > 0 ? `${chemin}?${recherche.join('&')}` : chemin;
  const lignes = [`curl '${adresse}'`, `-H "Authorization: Bearer $JETON"`];
  if (schema) {
    if (methode !== 'POST') lignes.push(`-X ${methode}`);
    if (operation.parameters.some(({ name }) => name === 'If-Match')) lignes.push(`-H "If-Match: $ETAG"`);
    lignes.push(`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(buildCorps(schema), null, 2)}'`);
  }
  return lignes.join(' \\\n  ');
}

function buildCorps({ properties, required }: SchemaJson): Record<string, unknown> {
  const exiges = Object.entries(properties ?? {}).filter(([nom]) => required?.includes(nom));
  return Object.fromEntries(exiges.map(([nom, champ]) => [nom, buildExemple(champ)]));
}

function buildExemple(schema: SchemaJson): unknown {
  const { type, anyOf, format, items, minimum } = schema;
  if (anyOf?.[0]) return buildExemple(anyOf[0]);
  if (schema.enum) return schema.enum[0];
  if (format === 'uuid') return IDENTIFIANT;
  if (format === 'date') return '2026-11-21';
  const mot = Array.isArray(type) ? type[0] : type;
  if (mot === 'array') return [buildExemple(items ?? {})];
  if (mot === 'boolean') return true;
  if (mot === 'integer' || mot === 'number') return minimum ?? 1;
  return 'exemple';
}
