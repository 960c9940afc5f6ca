import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Acte, Lecture } from './define-api.ts';
import { RACINE } from './openapi.ts';

const JSON_UTF8 = 'application/json; charset=utf-8';

/** Le schéma de la réponse la filtre : rien ne sort qui ne soit décrit. */
export function sendLecture(c: Context, lecture: Lecture, resultat: unknown): Response {
  const corps = lecture.reponse.parse(resultat);
  return sendSiChange(c, JSON.stringify(corps), lecture.version?.(corps), buildLiens(c, corps));
}

/** Une réponse avec son ETag, ou 304 si le client l'a déjà. */
export function sendSiChange(
  c: Context,
  texte: string,
  version?: number,
  autres: Readonly<Record<string, string>> = {},
): Response {
  const empreinte = createHash('sha256').update(texte).digest('base64url').slice(0, 27);
  const etag = version === undefined ? `"${empreinte}"` : `"v${version}-${empreinte}"`;
  const entetes = { ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Authorization', ...autres };
  if (isConnu(c.req.header('if-none-match'), etag)) return c.body(null, 304, entetes);
  return c.body(texte, 200, { ...entetes, 'Content-Type': JSON_UTF8 });
}

export function sendActe(c: Context, acte: Acte, resultat: unknown): Response {
  const { corps, adresse } = acte.rend(resultat);
  return c.body(JSON.stringify(acte.reponse.parse(corps)), acte.methode === 'post' ? 201 : 200, {
    'Content-Type': JSON_UTF8,
    'Cache-Control': 'no-store',
    ...(adresse ? { Location: RACINE + adresse } : {}),
  });
}

/** Comparaison faible (RFC 9110 § 13.1.2). */
function isConnu(entete: string | undefined, etag: string): boolean {
  const connus = (entete ?? '').split(',').map((connu) => connu.trim().replace(/^W\//, ''));
  return connus.includes(etag) || connus.includes('*');
}

/** Liens vers les pages voisines (RFC 8288), quand la réponse est une page. */
function buildLiens(c: Context, corps: unknown): Record<string, string> {
  if (typeof corps !== 'object' || corps === null || !('pages' in corps) || !('page' in corps)) return {};
  const { page, pages } = corps as { page: number; pages: number };
  const url = new URL(c.req.url);
  const versPage = (n: number, rel: string) => {
    url.searchParams.set('page', String(n));
    return `<${url.pathname}${url.search}>; rel="${rel}"`;
  };
  const liens = [versPage(1, 'first'), versPage(pages, 'last')];
  if (page > 1) liens.push(versPage(Math.min(page - 1, pages), 'prev'));
  if (page < pages) liens.push(versPage(page + 1, 'next'));
  return { Link: liens.join(', ') };
}
