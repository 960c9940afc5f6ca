import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The process number of the embedded server of a data folder; throws when it has not written it whole yet. A file read
 * between its creation and its first line would give 0, and a signal sent to 0 reaches the whole group of the caller.
 */
export function readPostmaster(dossier: string): number {
  const [ligne = '', ...suite] = readFileSync(join(dossier, 'postgresql-18', 'postmaster.pid'), 'utf8').split('\n');
  const numero = Number(ligne);
  if (suite.length === 0 || !Number.isInteger(numero) || numero <= 1) throw new Error('postmaster.pid incomplet');
  return numero;
}
