import type { Contexte } from '#database/as-agent.ts';
import { getParametre } from '#modules/organisation/index.server.ts';

/** Les articles du règlement départemental, tels que le département les a écrits. */
export function getReglement({ tx, aujourdhui }: Contexte): Promise<string> {
  return getParametre(tx, 'mesures.reglement-departemental', aujourdhui);
}
