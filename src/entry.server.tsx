import { renderToString } from 'react-dom/server';
import { type EntryContext, type HandleErrorFunction, type RouterContextProvider, ServerRouter } from 'react-router';
import { logPanne } from '#server/logger.ts';
import { requeteContexte } from '#server/request-context.ts';
import { buildHandoffScripts, readHandoff } from '#web/handoff.ts';

export const streamTimeout = 5_000;

/**
 * Rend la page d'un trait : aucune page n'attend de données en cours de rendu, et le texte
 * complet coûte moins qu'un flux. Les données destinées au navigateur sont donc écrites ici,
 * là où React Router les ferait suivre morceau par morceau.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entryContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  // Données d'enfants : rien ne reste dans le navigateur d'un poste partagé.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const { nonce } = loadContext.get(requeteContexte);
  const data = await readHandoff(entryContext);
  const html = renderToString(<ServerRouter context={entryContext} url={request.url} nonce={nonce} />);
  const scripts = entryContext.renderMeta?.didRenderScripts ? buildHandoffScripts(data, nonce) : '';
  const end = html.lastIndexOf('</body>');
  const page = end < 0 ? html : html.slice(0, end) + scripts + html.slice(end);
  return new Response(`<!doctype html>${page}`, { status, headers });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  logPanne(error, { methode: request.method, reference: context.get(requeteContexte).requestId });
};
