import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, canEnter } from './embedded-server-account.ts';

const CLUSTER = 'postgresql-18';
const POINTER = 'OU-EST-LA-BASE.txt';

/** Unix sockets: the whole path, name included, holds in 107 bytes (103 on macOS). */
const SOCKET_PATH_LIMIT = 103;

export const buildClusterPath = (base: string): string => join(base, CLUSTER);

/** Creates the data folder. Under root, others may cross it (not list it): the account of PostgreSQL must get in. */
export function createFolder(folder: string): string {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, mode);
  }
  if (!statSync(folder).isDirectory()) throw new Error('ENOTDIR');
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  return realpathSync(folder);
}

/** Where an earlier start put the cluster. */
export function findExistingBase(folder: string): string | undefined {
  const pointer = join(folder, POINTER);
  const base = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim().split('\n').at(-1) : folder;
  return base !== undefined && existsSync(buildClusterPath(base)) ? realpathSync(base) : undefined;
}

/**
 * Where to put a new cluster: in the data folder, unless the account of PostgreSQL cannot get there (a copy under
 * /root, say). Then it lives in /var/lib/marelle, and the data folder says where.
 */
export function createBase(folder: string, account: Account, log: (message: string) => void): string {
  if (canEnter(account, folder)) return folder;
  const base = `/var/lib/marelle/${randomBytes(6).toString('hex')}`;
  mkdirSync(base, { recursive: true, mode: 0o755 });
  const text = `La base de Marelle n'est pas dans ce dossier, que le compte de PostgreSQL ne peut pas lire. Elle est ici :\n${base}\n`;
  writeFileSync(join(folder, POINTER), text);
  log(`Le compte de PostgreSQL ne peut pas entrer dans ${folder} : la base est mise dans ${base}.`);
  return base;
}

/** The cluster folder itself when its path is short enough (nobody else can enter it), a private folder otherwise. */
export function createSocketFolder(cluster: string): { folder: string; temporary: boolean } {
  const tooLong = Buffer.byteLength(join(cluster, '.s.PGSQL.5432.lock')) > SOCKET_PATH_LIMIT;
  if (!tooLong) return { folder: cluster, temporary: false };
  const parent = Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp';
  return { folder: mkdtempSync(join(parent, 'marelle-')), temporary: true };
}
