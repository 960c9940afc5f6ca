import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import type { Account } from './embedded-server-account.ts';
import type { Binaries } from './embedded-server-binaries.ts';

export type Cluster = { folder: string; account: Account; binaries: Binaries };
export type Listening = { host: string; port: number };

const START_LIMIT_MS = 120_000;

/** Made beside, then renamed: a stop in the middle leaves no half-made cluster. */
export function createCluster({ folder, account, binaries }: Cluster, password: string): void {
  const incomplete = `${folder}.incomplet`;
  const passwordFile = `${folder}.mot-de-passe`;
  rmSync(incomplete, { recursive: true, force: true });
  try {
    mkdirSync(incomplete, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account.uid !== undefined) {
      chownSync(incomplete, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    const first = initdb(binaries, account, incomplete, passwordFile, 'C.UTF-8');
    const done = first.status === 0 ? first : initdb(binaries, account, incomplete, passwordFile, 'C');
    if (done.status !== 0) throw done.error ?? new Error(done.stderr.toString());
    renameSync(incomplete, folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(incomplete, { recursive: true, force: true });
  }
}

function initdb(binaries: Binaries, account: Account, folder: string, passwordFile: string, locale: string) {
  const options = ['--username=marelle', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--data-checksums'];
  const language = [
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=fr-FR',
    `--locale=${locale}`,
    '--no-instructions',
  ];
  return spawnSync(binaries.initdb, [`--pgdata=${folder}`, ...options, ...language], {
    ...account,
    cwd: dirname(binaries.initdb),
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
}

/** Stops a PostgreSQL left behind on this cluster: pg_ctl tells a stale postmaster.pid from a living server. */
export function stopCluster({ folder, account, binaries }: Cluster): void {
  if (!existsSync(join(folder, 'postmaster.pid'))) return;
  for (const mode of ['fast', 'immediate']) {
    const options = { ...account, cwd: folder, stdio: 'ignore' as const };
    const { status } = spawnSync(binaries.pgCtl, ['stop', '-D', folder, '-m', mode, '-w', '-t', '30'], options);
    if (status === 0 || !isRunning({ folder, account, binaries })) return;
  }
}

function isRunning({ folder, account, binaries }: Cluster): boolean {
  return spawnSync(binaries.pgCtl, ['status', '-D', folder], { ...account, cwd: folder, stdio: 'ignore' }).status === 0;
}

/** Starts the server and comes back when it accepts connections. */
export async function startProcess(
  cluster: Cluster,
  listening: Listening,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const limit = performance.now() + START_LIMIT_MS;
  for (;;) {
    const attempt = await tryStart(cluster, listening, settings, limit);
    if (typeof attempt !== 'string') return attempt;
    // After a SIGKILL of the server, its children need an instant to notice and to leave the shared memory.
    if (!/pre-existing shared memory block/.test(attempt) || performance.now() > limit) throw new Error(attempt);
    await wait(200);
  }
}

async function tryStart(cluster: Cluster, { host, port }: Listening, settings: Record<string, string>, limit: number) {
  const windows = process.platform === 'win32';
  const network = windows
    ? { listen_addresses: host, port }
    : { listen_addresses: '', unix_socket_directories: host, unix_socket_permissions: '0700', port };
  const options = Object.entries({ ...network, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = join(cluster.folder, 'demarrage.log');
  const file = openSync(output, 'w', 0o600);
  // Detached: Ctrl-C in the terminal reaches Marelle only, which stops the server once its own work is finished.
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.folder, ...options], {
    ...cluster.account,
    cwd: cluster.folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    stdio: ['ignore', file, file],
    detached: !windows,
  });
  closeSync(file);
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  while (!isReady(cluster.folder, child.pid)) {
    if (failure !== undefined) throw failure;
    if (child.exitCode !== null || child.signalCode !== null) return readFileSync(output, 'utf8') || 'arrêt immédiat';
    if (performance.now() > limit) {
      child.kill('SIGQUIT');
      throw new ErreurExploitation(
        `La base ne s'est pas ouverte en ${START_LIMIT_MS / 1000} secondes : voyez ${cluster.folder}/log.`,
      );
    }
    await wait(20);
  }
  return child;
}

/** The server writes its state on the eighth line of postmaster.pid. */
function isReady(folder: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}
