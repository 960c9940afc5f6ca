import type { Context } from 'hono';
import { SessionAbsente } from '#database/as-agent.ts';
import { computeEmpreinteJeton } from '../session.ts';
import type { Acte } from './define-api.ts';
import { RequeteRefusee } from './problemes.ts';

/**
 * L'empreinte du jeton porté : le jeton lui-même ne va pas plus loin. Seul l'en-tête `Authorization` compte : un témoin
 * (cookie) n'ouvre rien ici, donc une autre page ne peut rien faire faire au navigateur d'un agent.
 */
export function readJeton(c: Context): string {
  const jeton = /^Bearer ([\x21-\x7e]{20,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (!jeton) throw new SessionAbsente('Joignez un jeton de service : « Authorization: Bearer … ».');
  return computeEmpreinteJeton(jeton);
}

/** Le corps, qui doit être un objet JSON annoncé comme tel. */
export async function readCorps(c: Context): Promise<Record<string, unknown>> {
  const [type = ''] = (c.req.header('content-type') ?? '').split(';');
  if (!/^application\/(?:[\w.-]+\+)?json$/i.test(type.trim()))
    throw new RequeteRefusee('type-de-contenu', 'Envoyez un corps en JSON : « Content-Type: application/json ».');
  // Lu comme du texte : une coupure ou un corps trop long gardent leur propre erreur.
  const corps = parseJson(await c.req.text());
  if (typeof corps !== 'object' || corps === null || Array.isArray(corps))
    throw new RequeteRefusee('corps-illisible', 'Le corps de la requête doit être un objet JSON.');
  return corps as Record<string, unknown>;
}

function parseJson(texte: string): unknown {
  try {
    return JSON.parse(texte);
  } catch {
    throw new RequeteRefusee('corps-illisible', 'Le corps de la requête n’est pas du JSON.');
  }
}

/** La version que désigne `If-Match` : celle que porte l'ETag d'une fiche (`"v3-…"`). Undefined sans cet en-tête. */
export function readVersionAttendue(c: Context, { fiche }: Pick<Acte, 'fiche'>): number | undefined {
  const entete = c.req.header('if-match');
  if (entete === undefined) return undefined;
  if (fiche === undefined)
    throw new RequeteRefusee(
      'version-depassee',
      '« If-Match » ne vaut pas pour cet acte : envoyez le champ « version ».',
    );
  const version = /^"v(\d{1,9})-/.exec(entete.trim())?.[1];
  if (!version) throw new RequeteRefusee('version-depassee', '« If-Match » doit porter l’ETag de la fiche lue.');
  return Number(version);
}
