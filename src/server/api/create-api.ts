import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { asAgent } from '#database/as-agent.ts';
import type { Database } from '#database/connection.ts';
import { executeCommand, formatErreurs } from '../define-command.ts';
import { Conflit, SaisieInvalide } from '../errors.ts';
import { createDebit, type Debit } from './debit.ts';
import type { Acte, ApiEntree, Lecture } from './define-api.ts';
import { buildOpenApi, getMethode } from './openapi.ts';
import { sendProbleme } from './probleme-reponse.ts';
import { RequeteRefusee } from './problemes.ts';
import { sendActe, sendLecture, sendSiChange } from './reponse.ts';
import { readCorps, readJeton, readVersionAttendue } from './requete.ts';

export type ApiDeps = {
  db: Database;
  entrees: readonly ApiEntree[];
  requetesParMinute?: number;
  /** Jetons refusés par minute et par adresse, avant de ne plus en essayer. */
  echecsParMinute?: number;
  adresseDe?: (c: Context) => string;
};

const UN_MEGAOCTET = 1024 * 1024;

/** L'API JSON, version 1 : chaque entrée d'un module devient une route et sa part de la description OpenAPI 3.1. */
export function createApi(deps: ApiDeps): Hono {
  const api = new Hono();
  const debit = createDebit(deps);
  const description = JSON.stringify(buildOpenApi(deps.entrees));
  api.get('/v1/openapi.json', (c) => sendSiChange(c, description));
  const entrees = deps.entrees.toSorted(compareChemins);
  for (const entree of entrees) {
    const route = [getMethode(entree).toUpperCase(), buildMotif(entree)] as const;
    api.on(...route, limitCorps(entree), (c) => answer(c, deps.db, debit, entree));
  }
  const parChemin = Map.groupBy(entrees, buildMotif);
  for (const [motif, soeurs] of [...parChemin, ['/v1/openapi.json', []] as const]) {
    api.all(motif, (c) => refuseMethode(c, soeurs));
  }
  api.all('*', () => {
    throw new RequeteRefusee('adresse-inconnue', 'Aucune ressource à cette adresse.');
  });
  // Le système client est parti au milieu de son envoi : ni panne, ni personne à qui répondre.
  api.onError((erreur, c) => (c.req.raw.signal.aborted ? c.body(null, 400) : sendProbleme(c, erreur)));
  return api;
}

function limitCorps(entree: ApiEntree): MiddlewareHandler {
  const maxSize = entree.genre === 'acte' ? (entree.octets ?? UN_MEGAOCTET) : UN_MEGAOCTET;
  const refuse = () => {
    throw new RequeteRefusee(
      'trop-volumineux',
      `Le corps de la requête dépasse ${Math.floor(maxSize / UN_MEGAOCTET)} Mo.`,
    );
  };
  return bodyLimit({ maxSize, onError: refuse });
}

function refuseMethode(c: Context, soeurs: readonly ApiEntree[]): Response {
  const methodes = soeurs.map((soeur) => getMethode(soeur).toUpperCase());
  const lisible = soeurs.length === 0 || methodes.includes('GET');
  const Allow = [...new Set(lisible ? ['GET', 'HEAD', ...methodes, 'OPTIONS'] : [...methodes, 'OPTIONS'])].join(', ');
  if (c.req.method === 'OPTIONS') return c.body(null, 204, { Allow });
  throw new RequeteRefusee('methode', `Cette adresse répond à ${Allow}.`, { entetes: { Allow } });
}

function buildMotif({ chemin }: ApiEntree): string {
  return `/v1${chemin.replace(/\{(\w+)\}/g, ':$1')}`;
}

/** Un chemin tout en lettres passe avant celui qui a un paramètre à la même place. */
function compareChemins(a: ApiEntree, b: ApiEntree): number {
  const cle = ({ chemin }: ApiEntree) => chemin.replace(/\{\w+\}/g, '~');
  return cle(a) < cle(b) ? -1 : cle(a) > cle(b) ? 1 : 0;
}

async function answer(c: Context, db: Database, debit: Debit, entree: ApiEntree): Promise<Response> {
  return debit.limit(c, async () => {
    const empreinteJetonApi = readJeton(c);
    await debit.consume(empreinteJetonApi);
    return entree.genre === 'lecture'
      ? sendLecture(c, entree, await runLecture(c, db, empreinteJetonApi, entree))
      : sendActe(c, entree, await runActe(c, db, empreinteJetonApi, entree));
  });
}

function runLecture(c: Context, db: Database, empreinteJetonApi: string, lecture: Lecture): Promise<unknown> {
  return asAgent(db, { empreinteJetonApi }, (contexte) => {
    const lu = lecture.demande.safeParse({ ...c.req.query(), ...c.req.param() });
    if (!lu.success) throw new SaisieInvalide(formatErreurs(lu.error));
    return lecture.run(contexte, lu.data);
  });
}

async function runActe(c: Context, db: Database, empreinteJetonApi: string, acte: Acte): Promise<unknown> {
  const corps = await readCorps(c);
  const attendue = readVersionAttendue(c, acte);
  if (acte.fiche && attendue === undefined && corps.version === undefined)
    throw new RequeteRefusee(
      'version-attendue',
      'Dites sur quelle version vous travaillez : « If-Match » ou « version ».',
    );
  const saisie = { ...corps, ...c.req.param(), ...(attendue === undefined ? {} : { version: attendue }) };
  try {
    return await asAgent(db, { empreinteJetonApi }, (contexte) => executeCommand(contexte, acte.command, saisie));
  } catch (erreur) {
    if (attendue === undefined || !(erreur instanceof Conflit)) throw erreur;
    throw new RequeteRefusee('version-depassee', erreur.message, { actuel: erreur.actuel });
  }
}
