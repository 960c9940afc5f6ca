import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { startEmbeddedServer } from '#database/embedded-server.ts';
import { createDossierTemporaire } from '#tests/support/dossier-temporaire.ts';
import { readPostmaster } from '#tests/support/postmaster.ts';

const CIBLES = ['application et base', 'application', 'base'] as const;

export type Bilan = { coupures: number; accuses: number; perdus: number[]; reouvertureMs: number[] };

/** Cuts, by SIGKILL and in the middle of writes, the application, its database or both; then counts what was lost. */
export async function executeCoupures(nombre: number): Promise<Bilan> {
  const { dossier: parent, remove } = createDossierTemporaire();
  const dossier = join(parent, 'donnees');
  const accuses = new Set<number>();
  const reouvertureMs: number[] = [];
  let app: ChildProcess | undefined;
  try {
    for (let rang = 0; rang < nombre; rang += 1) {
      const debut = performance.now();
      const avant = accuses.size;
      app ??= startEcrivain(dossier, accuses);
      await waitFor(() => accuses.size > avant, app);
      reouvertureMs.push(Math.round(performance.now() - debut));
      await wait(20 + ((rang * 37) % 90));
      const cible = CIBLES[rang % CIBLES.length] ?? 'base';
      if (cible !== 'application') await killPostmaster(dossier);
      if (cible !== 'base') {
        await kill(app);
        app = undefined;
      }
    }
    if (app) await kill(app);
    return { coupures: nombre, accuses: accuses.size, perdus: await listPerdus(dossier, accuses), reouvertureMs };
  } finally {
    if (app) await kill(app);
    remove();
  }
}

function startEcrivain(dossier: string, accuses: Set<number>): ChildProcess {
  const script = join(import.meta.dirname, 'ecrivain.ts');
  const suite = String(Math.max(-1, ...accuses) + 100);
  const app = spawn(process.execPath, [script, dossier, suite], { stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: app.stdout }).on('line', (ligne) => accuses.add(Number(ligne)));
  return app;
}

/** The file may still name the server of before the last cut: its successor is waited for. */
async function killPostmaster(dossier: string): Promise<void> {
  const limite = performance.now() + 60_000;
  for (;;) {
    try {
      process.kill(readPostmaster(dossier), 'SIGKILL');
      return;
    } catch (erreur) {
      if (performance.now() > limite) throw erreur;
      await wait(20);
    }
  }
}

function kill(app: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (app.exitCode !== null || app.signalCode !== null) return resolve();
    // « close » comes after the last acknowledgement was read.
    app.once('close', () => resolve());
    app.kill('SIGKILL');
  });
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function waitFor(condition: () => boolean, app: ChildProcess): Promise<void> {
  const limite = performance.now() + 60_000;
  while (!condition()) {
    if (app.exitCode !== null) throw new Error("L'application ne s'est pas rouverte");
    if (performance.now() > limite) throw new Error("Aucune écriture n'est acceptée après une minute");
    await wait(5);
  }
}

async function listPerdus(dossier: string, accuses: Set<number>): Promise<number[]> {
  const server = await startEmbeddedServer({ dossier, secret: 'un secret de test' });
  const client = new pg.Client({ connectionString: server.urlProprietaire });
  await client.connect();
  const { rows } = await client.query<{ numero: string; texte: string }>('select numero, texte from acte');
  await client.end();
  await server.stop();
  const ecrits = new Set(
    rows.filter(({ numero, texte }) => texte === `acte ${numero}`).map(({ numero }) => Number(numero)),
  );
  return [...accuses].filter((numero) => !ecrits.has(numero));
}
