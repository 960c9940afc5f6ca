import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as serverBuild from 'virtual:react-router/server-build';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createRequestHandler } from 'react-router';
import type { Database } from '#database/connection.ts';
import { createAuthentification, type OptionsAuthentification } from '#modules/comptes/index.server.ts';
import { updateEcheancesTouchees } from '#modules/echeances/index.server.ts';
import { findAdresseIp, isLocale } from './adresse-ip.ts';
import { createApi } from './api/create-api.ts';
import { API } from './api/entrees.ts';
import { defineApresActe } from './apres-acte.ts';
import { createGarde } from './garde.ts';
import { TRAVAUX } from './jobs/liste.ts';
import { logPanne } from './logger.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createPageContext } from './request-context.ts';
import { buildSecurityHeaders } from './security-headers.ts';

/** Les travaux des modules, lancés à côté des pages par la commande qui ouvre Marelle. */
export { TRAVAUX };

defineApresActe(updateEcheancesTouchees);

export type EtatDeSante = { pret: boolean; details?: Record<string, string> };

export type ApplicationDeps = {
  db?: Database;
  /** Comment on reconnaît les personnes : secret, adresse publique, fournisseur d'identité. */
  connexion?: Omit<OptionsAuthentification, 'db'>;
  getSante?: () => Promise<EtatDeSante>;
  /** Vrai quand un serveur de courriels est réglé. */
  courrielsPartent?: boolean;
  /** Taille maximale du corps d'une requête, en octets. */
  tailleMaximale?: number;
  /** Vrai derrière le mandataire du département : lui seul peut dire l'adresse et le protocole d'origine. */
  derriereMandataire?: boolean;
  /** Vrai quand /metriques répond à d'autres que la machine elle-même. */
  metriquesOuvertes?: boolean;
  dossierClient?: string;
};

const dixMegaoctets = 10 * 1024 * 1024;
/** Les documents d'une information : trois de 15 Mo, et de quoi dire à qui dépasse lequel est trop lourd. */
const documentsDUneInformation = 50 * 1024 * 1024;
/** Un an de badges de toutes les crèches : 64 Mo, et de quoi dire à qui les dépasse. */
const fichierDeBadges = 72 * 1024 * 1024;
const unAnImmuable = 'public, max-age=31536000, immutable';

type Env = { Variables: { secureHeadersNonce: string } };

/** L'application web : sécurité, fichiers statiques, santé, API, puis pages. */
export function createApplication(deps: ApplicationDeps = {}): Hono<Env> {
  const app = new Hono<Env>();
  const isHttps = (request: Request) => isHttpsRequest(request, deps.derriereMandataire === true);
  app.use(buildSecurityHeaders(isHttps));
  serveClientFiles(app, deps.dossierClient ?? join(import.meta.dirname, '../client'));
  app.use(createGarde({ derriereMandataire: deps.derriereMandataire === true, adresse: deps.connexion?.adresse }));
  const metrics = createMetrics(deps.db);
  app.use(observeReponses(metrics));
  // L'API d'abord : elle a sa propre limite de taille, et répond à tout ce qui est sous son adresse.
  const adresseDe = (c: Context) => findAdresseIp(c, deps.derriereMandataire === true);
  if (deps.db) app.route('/api', createApi({ db: deps.db, entrees: API, adresseDe }));
  const generale = limitBody(deps.tailleMaximale ?? dixMegaoctets);
  const documents = limitBody(Math.max(deps.tailleMaximale ?? 0, documentsDUneInformation));
  const badges = limitBody(Math.max(deps.tailleMaximale ?? 0, fichierDeBadges));
  app.use((c, next) => {
    if (c.req.path.startsWith('/informations/')) return documents(c, next);
    return c.req.path.startsWith('/creches/pointages/import') ? badges(c, next) : generale(c, next);
  });
  app.get('/metriques', async (c) => {
    if (!deps.metriquesOuvertes && !isLocale(c)) return c.text('Page introuvable.', 404);
    return c.text(await metrics.render(), 200, { 'Content-Type': metrics.type });
  });
  app.get('/sante', async (c) => {
    const sante = deps.getSante ? await deps.getSante() : { pret: true };
    return c.json(sante, sante.pret ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  servePages(app, deps, isHttps);
  app.onError((erreur, c) => {
    // Le visiteur est parti au milieu de son envoi : rien à réparer, personne à qui répondre.
    if (c.req.raw.signal.aborted) return c.body(null, 400);
    return c.text(`Une panne est survenue. Référence : ${logPanne(erreur, { methode: c.req.method })}`, 500);
  });
  return app;
}

function serveClientFiles(app: Hono<Env>, root: string): void {
  const files = serveStatic({
    root,
    precompressed: true,
    // Les noms portent l'empreinte du contenu : un fichier changé change de nom.
    onFound: (_path, c) => c.header('Cache-Control', unAnImmuable),
  });
  app.get('/assets/*', files, (c) => c.text('Fichier introuvable.', 404));
}

function limitBody(maxSize: number) {
  return bodyLimit({ maxSize, onError: (c) => c.text('Le fichier envoyé est trop volumineux.', 413) });
}

function observeReponses(metrics: Metrics): MiddlewareHandler {
  return async (c, next) => {
    const debut = performance.now();
    await next();
    metrics.observe(findGenre(c.req.path), c.res.status, (performance.now() - debut) / 1000);
  };
}

function findGenre(path: string): string {
  if (path.startsWith('/api/')) return 'api';
  return path === '/sante' || path === '/metriques' ? 'sante' : 'page';
}

function servePages(app: Hono<Env>, deps: ApplicationDeps, isHttps: (request: Request) => boolean): void {
  const { db, connexion } = deps;
  const authentification = db && connexion && createAuthentification({ db, ...connexion });
  const renderPage = createRequestHandler(serverBuild, import.meta.env.MODE);
  app.all('*', async (c) => {
    const context = createPageContext(
      {
        nonce: c.get('secureHeadersNonce'),
        requestId: randomUUID(),
        adresseIp: findAdresseIp(c, deps.derriereMandataire === true),
        securise: isHttps(c.req.raw),
      },
      { db, authentification, courrielsPartent: deps.courrielsPartent === true },
    );
    return renderPage(c.req.raw, context);
  });
}

function isHttpsRequest(request: Request, derriereMandataire: boolean): boolean {
  if (derriereMandataire) return request.headers.get('x-forwarded-proto') === 'https';
  return request.url.startsWith('https:');
}
