import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that PostgreSQL's account can cross too, when the tests run under root. */
export function createDossierTemporaire(): { dossier: string; remove: () => void } {
  const dossier = mkdtempSync(join(tmpdir(), 'marelle-essai-'));
  chmodSync(dossier, 0o711);
  return { dossier, remove: () => rmSync(dossier, { recursive: true, force: true }) };
}
