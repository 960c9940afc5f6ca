import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import type { ApplicationDeps } from './http.ts';
import type { Travail } from './jobs/travail.ts';

type ServerBuild = {
  createApplication: (deps: ApplicationDeps) => Pick<Hono, 'fetch'>;
  /** Par l'application construite, et non par les sources : une connexion n'a qu'une liste de requêtes préparées. */
  TRAVAUX: readonly Travail[];
};

/** Qui envoie au compte-gouttes ne tient pas une connexion : tout est arrivé en deux minutes, les en-têtes en dix secondes. */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16_384,
};

export type RunningServer = { port: number; close: () => Promise<void> };

/** Charge l'application construite (`build/server/index.js`). */
export async function loadServerBuild(root = join(import.meta.dirname, '../..')): Promise<ServerBuild> {
  const path = join(root, 'build/server/index.js');
  if (!existsSync(path)) throw new ErreurExploitation("L'application n'est pas construite : lancez « npm start ».");
  // React choisit sa forme rapide en lisant cette variable au chargement.
  process.env.NODE_ENV ??= 'production';
  return import(pathToFileURL(path).href);
}

export async function startServer(options: {
  port: number;
  hote?: string;
  application: Pick<Hono, 'fetch'>;
}): Promise<RunningServer> {
  const server = createServer(PATIENCE, getRequestListener(options.application.fetch));
  await listen(server, options.port, options.hote);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return { port, close: () => closeServer(server) };
}

/** Known at once, rather than after the preparation of the base. */
export async function verifyPort(port: number, hote?: string): Promise<void> {
  const server = createServer();
  await listen(server, port, hote);
  await closeServer(server);
}

function listen(server: Server, port: number, hote?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, port)));
    server.listen(port, hote, () => resolve());
  });
}

function explainListenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new ErreurExploitation(
      `Le port ${port} est déjà pris par un autre programme : arrêtez-le, ou choisissez un autre port (PORT=3001 npm start).`,
    );
  }
  if (error.code === 'EACCES') {
    return new ErreurExploitation(`Le port ${port} est réservé au système : choisissez un port au-dessus de 1024.`);
  }
  return error;
}

/** Finit les réponses en cours, ferme les connexions au repos, et n'attend pas plus de cinq secondes. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const forced = setTimeout(() => server.closeAllConnections(), 5_000);
    server.close(() => {
      clearTimeout(forced);
      resolve();
    });
    server.closeIdleConnections();
  });
}
