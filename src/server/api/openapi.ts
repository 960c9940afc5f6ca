import type { Acte, ApiEntree, Lecture } from './define-api.ts';
import { Probleme } from './probleme-reponse.ts';
import { type NomDeProbleme, PROBLEMES } from './problemes.ts';
import { buildSchemaJson, type SchemaJson } from './schema-json.ts';

export const RACINE = '/api/v1';

type Reference = { $ref: string };
export type ParametreOpenApi = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: SchemaJson;
};
type Contenu = Record<string, { schema: SchemaJson | Reference }>;
type ReponseOpenApi = { description: string; headers?: Record<string, unknown>; content?: Contenu };

export type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters: ParametreOpenApi[];
  requestBody?: { required: true; content: { 'application/json': { schema: SchemaJson } } };
  responses: Record<string, ReponseOpenApi | Reference>;
};

export type DocumentOpenApi = {
  openapi: string;
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
};

const DESCRIPTION =
  'Les mêmes lectures et les mêmes actes que les écrans, sous les mêmes droits. Un jeton de service agit au nom d’un agent de service : il ne peut jamais plus que lui, ni plus que ses portées. Tout acte est inscrit au journal avec le jeton qui l’a fait.';

/** La description OpenAPI 3.1 de l'API, tirée des schémas mêmes qui lisent les requêtes. */
export function buildOpenApi(entrees: readonly ApiEntree[]): DocumentOpenApi {
  const paths: DocumentOpenApi['paths'] = {};
  for (const entree of entrees) {
    paths[entree.chemin] = { ...paths[entree.chemin], [getMethode(entree)]: buildOperation(entree) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Marelle',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: RACINE }],
    security: [{ jeton: [] }],
    tags: [...new Set(entrees.map(getGroupe))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        jeton: { type: 'http', scheme: 'bearer', description: 'Jeton de service, donné par un administrateur.' },
      },
      schemas: { Probleme: buildSchemaJson(Probleme, 'output') },
      responses: Object.fromEntries(
        listStatuts().map(([status, noms]) => [`Probleme${status}`, buildReponseDeProbleme(noms)]),
      ),
    },
  };
}

export function getMethode(entree: ApiEntree): 'get' | Acte['methode'] {
  return entree.genre === 'lecture' ? 'get' : entree.methode;
}

/** Le sujet d'une entrée : le premier mot de son chemin. */
export function getGroupe({ chemin }: Pick<ApiEntree, 'chemin'>): string {
  const [, mot = ''] = chemin.split('/');
  return mot.charAt(0).toLocaleUpperCase('fr') + mot.slice(1).replaceAll('-', ' ');
}

export function listParametresDuChemin({ chemin }: Pick<ApiEntree, 'chemin'>): string[] {
  return [...chemin.matchAll(/\{(\w+)\}/g)].map(([, nom = '']) => nom);
}

function buildOperation(entree: ApiEntree): Operation {
  const commun = {
    tags: [getGroupe(entree)],
    summary: entree.titre,
    ...(entree.texte ? { description: entree.texte } : {}),
  };
  return entree.genre === 'lecture' ? buildLecture(entree, commun) : buildActe(entree, commun);
}

type CommunOperation = Pick<Operation, 'tags' | 'summary' | 'description'>;

function buildLecture(lecture: Lecture, commun: CommunOperation): Operation {
  const schema = buildSchemaJson(lecture.demande, 'input');
  const duChemin = listParametresDuChemin(lecture);
  const parameters = Object.entries(schema.properties ?? {}).map(([name, { description, ...type }]) => {
    const place = duChemin.includes(name) ? ('path' as const) : ('query' as const);
    const required = place === 'path' || (schema.required ?? []).includes(name);
    return { name, in: place, required, ...(description ? { description } : {}), schema: simplifyParametre(type) };
  });
  return {
    operationId: `${lecture.chemin.slice(1).replaceAll('/', '.').replace(/[{}]/g, '')}.lire`,
    ...commun,
    parameters: [...parameters, SI_CHANGE],
    responses: {
      200: buildReponse(lecture.titre, lecture.reponse, {
        ETag: ETAG,
        ...(parameters.some(({ name }) => name === 'page') ? { Link: LIENS } : {}),
      }),
      304: { description: 'Inchangé depuis l’ETag donné par « If-None-Match ».' },
      ...listProblemes([400, 401, 404, 429, 500]),
    },
  };
}

function buildActe(acte: Acte, commun: CommunOperation): Operation {
  const duChemin = listParametresDuChemin(acte);
  const schema = buildSchemaJson(acte.saisie, 'input', acte.champs);
  const parameters = duChemin.map((name): ParametreOpenApi => {
    const { description, ...type } = schema.properties?.[name] ?? { type: 'string' };
    return { name, in: 'path', required: true, ...(description ? { description } : {}), schema: type };
  });
  const horsCorps = [...duChemin, ...(acte.fiche ? ['version'] : [])];
  const { required, ...corps } = {
    ...schema,
    properties: Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([nom]) => !duChemin.includes(nom))),
    required: schema.required?.filter((nom) => !horsCorps.includes(nom)),
  };
  return {
    operationId: acte.command.name,
    ...commun,
    parameters: [...parameters, ...(acte.fiche ? [SI_VERSION] : [])],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { ...corps, ...(required?.length ? { required } : {}) } } },
    },
    responses: {
      [acte.methode === 'post' ? 201 : 200]: buildReponse(
        acte.titre,
        acte.reponse,
        acte.methode === 'post' ? { Location: ADRESSE } : {},
      ),
      ...listProblemes([400, 401, 404, 409, ...(acte.fiche ? [412, 428] : []), 413, 415, 422, 429, 500]),
    },
  };
}

/** Dans une adresse, l'absence vaut « rien » : un paramètre n'est jamais `null`. */
function simplifyParametre({ anyOf, default: defaut, ...reste }: SchemaJson): SchemaJson {
  const utiles = anyOf?.filter(({ type, const: valeur }) => type !== 'null' && valeur !== '');
  const schema = utiles?.length === 1 ? { ...reste, ...utiles[0] } : { ...reste, ...(anyOf ? { anyOf } : {}) };
  return defaut === undefined || defaut === null || defaut === '' ? schema : { ...schema, default: defaut };
}

const SI_CHANGE: ParametreOpenApi = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'ETag d’une lecture précédente : la réponse est 304 si rien n’a changé.',
  schema: { type: 'string' },
};
const SI_VERSION: ParametreOpenApi = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'ETag de la fiche lue : l’acte est refusé (412) si elle a changé depuis. Remplace le champ « version ».',
  schema: { type: 'string' },
};
const ETAG = { description: 'Empreinte de la réponse.', schema: { type: 'string' } };
const LIENS = { description: 'Pages voisines : first, prev, next, last (RFC 8288).', schema: { type: 'string' } };
const ADRESSE = { description: 'Adresse de ce qui a été créé, quand elle existe.', schema: { type: 'string' } };

function buildReponse(
  description: string,
  schema: Lecture['reponse'],
  headers: Record<string, unknown>,
): ReponseOpenApi {
  return { description, headers, content: { 'application/json': { schema: buildSchemaJson(schema, 'output') } } };
}

function listStatuts(): [number, NomDeProbleme[]][] {
  const noms = Object.keys(PROBLEMES) as NomDeProbleme[];
  return [...Map.groupBy(noms, (nom): number => PROBLEMES[nom].status)];
}

function buildReponseDeProbleme(noms: readonly NomDeProbleme[]): ReponseOpenApi {
  return {
    description: noms.map((nom) => PROBLEMES[nom].title).join(' ; '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleme' } } },
  };
}

function listProblemes(statuts: readonly number[]): Record<string, Reference> {
  return Object.fromEntries(statuts.map((statut) => [statut, { $ref: `#/components/responses/Probleme${statut}` }]));
}
