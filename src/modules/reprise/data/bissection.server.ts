import type { Transaction } from '#database/connection.ts';
import { executeInSavepoint } from '#database/savepoint.ts';

/**
 * Fait un lot d'un coup ; si la base le refuse, le coupe en deux jusqu'à isoler ce qu'elle refuse. Le reste du lot passe.
 */
export async function executeParMoities<T>(
  tx: Transaction,
  lot: readonly T[],
  fn: (partie: readonly T[]) => Promise<void>,
  refuse: (seul: T, erreur: unknown) => Promise<void>,
): Promise<void> {
  if (lot.length === 0) return;
  try {
    await executeInSavepoint(tx, () => fn(lot));
  } catch (erreur) {
    const [premier] = lot;
    if (lot.length === 1 && premier !== undefined) return refuse(premier, erreur);
    const milieu = Math.ceil(lot.length / 2);
    await executeParMoities(tx, lot.slice(0, milieu), fn, refuse);
    await executeParMoities(tx, lot.slice(milieu), fn, refuse);
  }
}
