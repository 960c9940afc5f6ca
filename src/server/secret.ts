import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFailure } from '#database/embedded-server-failure.ts';
import { createFolder } from '#database/embedded-server-folder.ts';

/** The installation's secret: the one that was given, or one made once and kept for this account only. */
export function readSecret({ dossier, secret }: { dossier: string; secret?: string }): string {
  if (secret !== undefined) return secret;
  try {
    const file = join(createFolder(dossier), 'secret');
    if (!existsSync(file)) createSecret(file);
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw formatFailure(dossier, cause);
  }
}

/** Written aside then linked: two first starts at once keep the same secret, and a crash leaves no empty one. */
function createSecret(file: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
