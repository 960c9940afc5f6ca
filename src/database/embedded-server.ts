import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { chownSync, existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { findAccount } from './embedded-server-account.ts';
import { loadBinaries } from './embedded-server-binaries.ts';
import { formatFailure } from './embedded-server-failure.ts';
import {
  buildClusterPath,
  createBase,
  createFolder,
  createSocketFolder,
  findExistingBase,
} from './embedded-server-folder.ts';
import { findRunningServer } from './embedded-server-join.ts';
import { openLock } from './embedded-server-lock.ts';
import { type Cluster, createCluster, type Listening, startProcess, stopCluster } from './embedded-server-process.ts';

export type EmbeddedServer = { urlProprietaire: string; stop: () => Promise<void> };

export type EmbeddedServerOptions = {
  /** The data folder; created when absent. */
  dossier: string;
  /** The password of the database's owner derives from it. */
  secret: string;
  /** Tests only: a power cut may then lose everything. */
  sansDurabilite?: boolean;
  journaliser?: (message: string) => void;
};

/** What a département's server would be set to: modest memory, logs without the rows' content, kept a week. */
const SETTINGS = {
  max_connections: '60',
  shared_buffers: '256MB',
  logging_collector: 'on',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  timezone: 'Europe/Paris',
};

const WITHOUT_DURABILITY = {
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
};

const RESTARTS_ALLOWED_PER_MINUTE = 20;

/** Opens the PostgreSQL that npm brings on a data folder, making it the first time, repairing what a crash left. */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { dossier, secret, journaliser = () => {} } = options;
  let lock: { release: () => void } | undefined;
  try {
    const folder = createFolder(dossier);
    const existing = findExistingBase(folder);
    const account = findAccount(existing && buildClusterPath(existing));
    const base = existing ?? createBase(folder, account, journaliser);
    lock = await openLock(base);
    const cluster = { folder: buildClusterPath(base), account, binaries: loadBinaries(account) };
    const password = computePassword(secret);
    if (existsSync(cluster.folder)) {
      stopCluster(cluster);
    } else {
      journaliser('Création de la base…');
      createCluster(cluster, password);
    }
    return await keepRunning(cluster, password, options, lock.release);
  } catch (cause) {
    lock?.release();
    throw formatFailure(dossier, cause);
  }
}

function computePassword(secret: string): string {
  return createHmac('sha256', secret).update('postgresql:proprietaire').digest('base64url');
}

/** The base of a Marelle that runs on this folder now, left to it: stopping does nothing here. */
export async function openRunningServer(
  options: Pick<EmbeddedServerOptions, 'dossier' | 'secret'>,
): Promise<EmbeddedServer | undefined> {
  const listening = await findRunningServer(options.dossier);
  if (listening === undefined) return undefined;
  try {
    return { urlProprietaire: await openDatabase(listening, computePassword(options.secret)), stop: async () => {} };
  } catch (cause) {
    throw formatFailure(options.dossier, cause);
  }
}

async function keepRunning(
  cluster: Cluster,
  password: string,
  options: EmbeddedServerOptions,
  release: () => void,
): Promise<EmbeddedServer> {
  const { listening, forget } = await prepareListening(cluster);
  const settings = options.sansDurabilite ? { ...SETTINGS, ...WITHOUT_DURABILITY } : SETTINGS;
  const restarts: number[] = [];
  let stopping = false;
  let child: ChildProcess;
  let guard: ChildProcess | undefined;
  const start = async () => {
    child = await startProcess(cluster, listening, settings);
    guard = startGuard(cluster, child);
    child.once('exit', onExit);
  };
  const onExit = () => {
    guard?.kill('SIGKILL');
    if (stopping) return;
    const now = performance.now();
    restarts.push(now);
    if (restarts.filter((time) => now - time < 60_000).length > RESTARTS_ALLOWED_PER_MINUTE) return;
    options.journaliser?.("La base s'est arrêtée toute seule : elle est relancée.");
    start().catch((cause) => options.journaliser?.(formatFailure(cluster.folder, cause).message));
  };
  const onProcessExit = () => child.kill('SIGINT');
  await start();
  process.once('exit', onProcessExit);
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    process.off('exit', onProcessExit);
    await stopChild(cluster, child);
    forget();
    release();
  };
  try {
    return { urlProprietaire: await openDatabase(listening, password), stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/**
 * A shell that waits for Marelle's death, even by SIGKILL, then asks the server to close: no orphan holds the
 * memory of the machine. Not on Windows, where the next start stops what was left.
 */
function startGuard(cluster: Cluster, child: ChildProcess): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const guard = spawn('/bin/sh', ['-c', 'read _; kill -INT "$0" 2>/dev/null', String(child.pid)], {
    ...cluster.account,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.on('error', () => {});
  guard.unref();
  (guard.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return guard;
}

async function stopChild(cluster: Cluster, child: ChildProcess): Promise<void> {
  const gone = () => child.exitCode !== null || child.signalCode !== null;
  if (process.platform === 'win32') return stopCluster(cluster);
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ] as const) {
    if (gone()) return;
    child.kill(signal);
    for (let waited = 0; waited < patience && !gone(); waited += 20) await wait(20);
  }
}

async function prepareListening({ folder, account }: Cluster): Promise<{ listening: Listening; forget: () => void }> {
  if (process.platform === 'win32')
    return { listening: { host: '127.0.0.1', port: await findFreePort() }, forget: () => {} };
  const socket = createSocketFolder(folder);
  if (socket.temporary && account.uid !== undefined) chownSync(socket.folder, account.uid, account.gid);
  const forget = () => socket.temporary && rmSync(socket.folder, { recursive: true, force: true });
  return { listening: { host: socket.folder, port: 5432 }, forget };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('port')),
      );
    });
  });
}

/** Connects as the owner, creates the database the first time, and gives its address. */
async function openDatabase({ host, port }: Listening, password: string): Promise<string> {
  const client = new pg.Client({ host, port, user: 'marelle', password, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'marelle'");
    if (rowCount === 0) await client.query('create database marelle');
  } finally {
    await client.end();
  }
  const url = new URL(`postgresql://marelle:${password}@localhost/marelle`);
  url.searchParams.set('host', host);
  url.searchParams.set('port', String(port));
  return url.href;
}
