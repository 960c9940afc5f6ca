import type { BaseDeTest } from './base.ts';

/**
 * Two acts at the same instant, in an order that never varies: the first has written and not yet committed when the second
 * begins; it commits once the second waits for it, or is through. Both settle.
 */
export async function executeEnsemble<A, B>(
  base: Pick<BaseDeTest, 'executeSql'>,
  premier: (tenir: () => Promise<void>) => Promise<A>,
  second: () => Promise<B>,
): Promise<[PromiseSettledResult<A>, PromiseSettledResult<B>]> {
  const [ecrit, lacher] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const un = premier(() => {
    ecrit.resolve();
    return lacher.promise;
  });
  await Promise.race([ecrit.promise, un]);
  let fini = false;
  const deux = second().finally(() => {
    fini = true;
  });
  const issues = Promise.allSettled([un, deux]);
  while (!fini && !(await isEnAttente(base)));
  lacher.resolve();
  return issues;
}

/** Is some transaction of this database waiting for another? */
async function isEnAttente({ executeSql }: Pick<BaseDeTest, 'executeSql'>): Promise<boolean> {
  const attentes = await executeSql(
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return attentes.length > 0;
}
