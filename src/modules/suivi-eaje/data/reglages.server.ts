import type { Transaction } from '#database/connection.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { CLES_DELAIS, type Reglages } from '../rules/delais.ts';

/** Les délais que le département tient ce jour. */
export async function readReglages(tx: Transaction, jour: JourCivil): Promise<Reglages> {
  const parametres: Record<string, unknown> = {};
  for (const cle of CLES_DELAIS) parametres[cle] = await getParametre(tx, cle, jour);
  return { parametres };
}
