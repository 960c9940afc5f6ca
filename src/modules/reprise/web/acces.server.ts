import type { Contexte } from '#database/as-agent.ts';
import { Introuvable } from '#server/errors.ts';
import { canImport } from '../droits.ts';

/** Les pages de la reprise n'existent que pour qui peut importer. */
export function verifyAcces({ agent }: Contexte): void {
  if (!canImport(agent)) throw new Introuvable('Absent, ou hors de vos missions.');
}
