import { expect, it } from 'vitest';
import { executeCoupures } from './coupures.ts';

it("ne perd aucune écriture acceptée quand l'application, la base ou les deux sont tuées, et se rouvre seule", async () => {
  const { accuses, perdus, reouvertureMs } = await executeCoupures(12);
  expect(reouvertureMs).toHaveLength(12);
  expect(accuses).toBeGreaterThan(12);
  expect(perdus).toEqual([]);
});
