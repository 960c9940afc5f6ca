import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildClusterPath, createFolder, findExistingBase } from './embedded-server-folder.ts';

const PATIENCE_MS = 10_000;

/**
 * Where the embedded server listens when another Marelle keeps it running on this folder: a backup is made without
 * stopping anyone. PostgreSQL writes it in postmaster.pid: port on the fourth line, socket folder on the fifth
 * (address on the sixth, on Windows), state on the eighth. Undefined when it is not ready in ten seconds.
 */
export async function findRunningServer(dossier: string): Promise<{ host: string; port: number } | undefined> {
  const base = findExistingBase(createFolder(dossier));
  if (base === undefined) return undefined;
  for (let waited = 0; waited < PATIENCE_MS; waited += 200) {
    const found = readPostmaster(join(buildClusterPath(base), 'postmaster.pid'));
    if (found !== undefined) return found;
    await wait(200);
  }
  return undefined;
}

function readPostmaster(file: string): { host: string; port: number } | undefined {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    const [port, socket, address, state] = [lines[3], lines[4], lines[5], lines[7]].map((line) => line?.trim() ?? '');
    const host = socket || address;
    return state === 'ready' && host && port ? { host, port: Number(port) } : undefined;
  } catch {
    return undefined;
  }
}
