import { describe, expect, test } from 'vitest';
import {
  arrondi,
  compareFractions,
  ecart,
  formatFraction,
  fraction,
  minimum,
  produit,
  quotient,
  somme,
} from './fraction.ts';

describe('une fraction reste exacte', () => {
  test('les quatre opérations', () => {
    expect(somme(fraction(1, 3), fraction(1, 6))).toEqual(fraction(1, 2));
    expect(ecart(1, fraction(1, 3))).toEqual(fraction(2, 3));
    expect(produit(fraction(66, 100), fraction(5, 3), 3)).toEqual(fraction(33, 10));
    expect(quotient(fraction(1, 2), fraction(-1, 4))).toEqual(fraction(-2));
    expect(() => quotient(1, 0)).toThrow(RangeError);
    expect(compareFractions(fraction(1, 3), fraction(333, 1000))).toBe(1);
    expect(minimum(fraction(1, 3), 1)).toEqual(fraction(1, 3));
  });

  test.each([
    [fraction(5, 1000), 2, 1],
    [fraction(4999, 1_000_000), 2, 0],
    [fraction(-5, 1000), 2, 0],
    [fraction(-6, 1000), 2, -1],
    [fraction(7, 2), 0, 4],
    [fraction(-28_786_154, 10_000), 2, -287_862],
  ])('%o à %i décimales : le demi vers le haut (GEN-02)', (f, decimales, attendu) => {
    expect(arrondi(f, decimales)).toBe(attendu);
  });

  test('se lit à la française', () => {
    expect(formatFraction(fraction(47_273_262, 100))).toBe('472\u202f732,62');
    expect(formatFraction(fraction(-1, 20), 1)).toBe('0,0');
    expect(formatFraction(fraction(-287_862, 100))).toBe('\u22122\u202f878,62');
    expect(formatFraction(1234, 0)).toBe('1\u202f234');
  });
});
