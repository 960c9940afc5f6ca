import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeEcart, computeEcartMinimal, computeLettres, computeProximite } from './distance.ts';

const mot = fc.string({ unit: fc.constantFrom(...'abcdel'), maxLength: 9 });

/** La définition, sans raccourci. */
function computeEcartNaif(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  );
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  return d[a.length]![b.length]!;
}

describe('l’écart entre deux textes', () => {
  it.each([
    ['lecoutey', 'lecoutay', 1],
    ['martin', 'matrin', 1],
    ['zoe', 'zo', 1],
    ['lea', 'lea', 0],
    ['dupont', 'durand', 3],
    ['simon', 'petit', 5],
  ])('de « %s » à « %s » : %i', (a, b, ecart) => {
    expect(computeEcart(a, b, 5)).toBe(ecart);
  });

  it('est celui de la définition, dans la limite', () => {
    fc.assert(
      fc.property(mot, mot, fc.integer({ min: 1, max: 4 }), (a, b, limite) => {
        expect(computeEcart(a, b, limite)).toBe(Math.min(computeEcartNaif(a, b), limite + 1));
      }),
    );
  });

  it('n’est jamais moindre que ce que les lettres seules imposent', () => {
    fc.assert(
      fc.property(mot, mot, (a, b) => {
        expect(computeEcartMinimal(computeLettres(a), computeLettres(b))).toBeLessThanOrEqual(computeEcartNaif(a, b));
      }),
    );
  });
});

describe('la proximité de deux textes', () => {
  it.each([
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['abc', 'xyz', 0],
    ['lea', 'lea', 1],
  ])('« %s » et « %s » : %f', (a, b, attendue) => {
    expect(computeProximite(a, b)).toBeCloseTo(attendue, 2);
  });
});
