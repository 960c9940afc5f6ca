import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addJours, jourCivil } from './jour-civil.ts';
import { containsJour, formatDaterange, overlaps, Periode, parseDaterange } from './periode.ts';

const janvier = { du: jourCivil('2026-01-01'), au: jourCivil('2026-01-31') };
const ouverte = { du: jourCivil('2026-02-01'), au: null };
const unePeriode = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.option(fc.integer({ min: 0, max: 60 })))
  .map(([debut, duree]): Periode => {
    const du = addJours(jourCivil('2024-01-15'), debut);
    return { du, au: duree === null ? null : addJours(du, duree) };
  });

describe('une période', () => {
  it('comprend ses deux bornes, TPS-09', () => {
    const jours = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map(jourCivil);
    expect(jours.map((jour) => containsJour(janvier, jour))).toEqual([false, true, true, false]);
    expect(containsJour(ouverte, jourCivil('2126-01-01'))).toBe(true);
  });

  it('ne chevauche pas celle qui commence le lendemain, mais bien celle qui commence le dernier jour', () => {
    expect(overlaps(janvier, ouverte)).toBe(false);
    expect(overlaps(janvier, { du: jourCivil('2026-01-31'), au: null })).toBe(true);
  });

  it('refuse une fin avant le début, accepte un seul jour', () => {
    expect(Periode.safeParse({ du: '2026-01-02', au: '2026-01-01' }).error?.issues[0]?.message).toBe(
      'La fin précède le début.',
    );
    expect(Periode.safeParse({ du: '2026-01-02', au: '2026-01-02' }).success).toBe(true);
  });

  it("s'écrit et se lit comme PostgreSQL", () => {
    expect(formatDaterange(janvier)).toBe('[2026-01-01,2026-02-01)');
    expect(formatDaterange(ouverte)).toBe('[2026-02-01,)');
    expect(parseDaterange('[2026-01-01,2026-01-31]')).toEqual(janvier);
    expect(parseDaterange('(2025-12-31,2026-02-01)')).toEqual(janvier);
    expect(parseDaterange('[2026-02-01,infinity)')).toEqual(ouverte);
    for (const faux of ['empty', '(,2026-01-01)', '', '[2026-01-01,2026-01-01)'])
      expect(() => parseDaterange(faux)).toThrow(RangeError);
  });

  it('revient de PostgreSQL telle quelle (propriété)', () => {
    fc.assert(
      fc.property(unePeriode, (periode) => {
        expect(parseDaterange(formatDaterange(periode))).toEqual(periode);
      }),
    );
  });

  it('en chevauche une autre si et seulement si elles ont un jour commun (propriété)', () => {
    const jours = Array.from({ length: 500 }, (_, n) => addJours(jourCivil('2024-01-15'), n));
    fc.assert(
      fc.property(unePeriode, unePeriode, (a, b) => {
        const commun = jours.some((jour) => containsJour(a, jour) && containsJour(b, jour));
        expect(overlaps(a, b)).toBe(commun);
        expect(overlaps(b, a)).toBe(commun);
      }),
    );
  });
});
