import { createHash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';

/** Another Marelle holds the folder. */
export class DossierOccupe extends ErreurExploitation {
  override name = 'DossierOccupe';
}

/**
 * One Marelle at a time on a data folder. The lock is a listening socket: the system releases it when the process
 * dies, even by SIGKILL, so that no stale file is ever to be removed by hand. It answers with the holder's number.
 */
export async function openLock(folder: string): Promise<{ release: () => void }> {
  const address = lockAddress(folder);
  let server = await listen(address);
  if (server === undefined) {
    const holder = await readHolder(address);
    if (holder === undefined && address.startsWith('/')) {
      rmSync(address, { force: true });
      server = await listen(address);
    }
    if (server === undefined) {
      throw new DossierOccupe(`Marelle tourne déjà sur ce dossier (processus ${holder ?? 'inconnu'}) : ${folder}`);
    }
  }
  const held = server;
  return { release: () => void held.close() };
}

function lockAddress(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  const name = `marelle-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 16)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join('/tmp', `${name}.sock`);
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((client) => {
      client.on('error', () => client.destroy());
      client.end(String(process.pid));
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

function readHolder(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const client = connect(address);
    client.setTimeout(1000, () => client.destroy());
    client.once('data', (data) => resolve(data.toString()));
    client.on('error', () => client.destroy());
    client.once('close', () => resolve(undefined));
  });
}
