import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createDossierTemporaire } from './dossier-temporaire.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the application under test answers. */
    adresse: string;
  }
}

const LIMITE_MS = 300_000;

/** The real command, on its own data folder and a free port, with a small demonstration département. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { dossier, remove } = createDossierTemporaire();
  const port = await findPortLibre();
  const adresse = `http://localhost:${port}`;
  const app = startApplication({ PORT: String(port), MARELLE_DOSSIER: join(dossier, 'donnees') });
  await waitFor(adresse, app);
  project.provide('adresse', adresse);
  // Stopped while it is tried: every journey after that fails, and only this says why.
  const warn = (code: number | null) => console.error(`L'application s'est arrêtée (${code}) :\n${app.readSortie()}`);
  app.child.once('exit', warn);
  return async () => {
    app.child.off('exit', warn);
    await stopApplication(app.child);
    remove();
  };
}

type Application = { child: ChildProcess; readSortie: () => string };

function startApplication(variables: Record<string, string>): Application {
  const { DATABASE_URL: _, MARELLE_ADRESSE: __, npm_lifecycle_event: ___, ...env } = process.env;
  const child = spawn(process.execPath, ['bin/marelle.mjs', 'demarrer'], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      ...env,
      NODE_ENV: 'production',
      MARELLE_DEMO: 'oui',
      MARELLE_DEMO_ECHELLE: '0.02',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let sortie = '';
  const keep = (data: unknown) => {
    sortie = (sortie + String(data)).slice(-8000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return { child, readSortie: () => sortie };
}

async function waitFor(adresse: string, { child, readSortie }: Application): Promise<void> {
  const limite = performance.now() + LIMITE_MS;
  while (performance.now() < limite && child.exitCode === null) {
    const reponse = await fetch(`${adresse}/sante`).catch(() => undefined);
    if (reponse?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stopApplication(child);
  throw new Error(`L'application à éprouver ne s'ouvre pas :\n${readSortie()}`);
}

function stopApplication(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function findPortLibre(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const adresse = server.address();
      const port = typeof adresse === 'object' && adresse ? adresse.port : 0;
      server.close(() => resolve(port));
    });
  });
}
