import { describe, expect, it } from 'vitest';
import { getBareme } from '#modules/encadrement/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { computeQuota } from './quota.ts';

const BAREME = getBareme(jourCivil('2026-11-23'));

describe('le quota mensuel de catégorie 1 (R2324-42 du CSP, CAP-10)', () => {
  it.each([
    { requis: 520, cat1: 200, tenu: false },
    { requis: 520, cat1: 207, tenu: false },
    { requis: 520, cat1: 208, tenu: true },
    { requis: 520, cat1: 210, tenu: true },
    { requis: 635, cat1: 253, tenu: false },
    { requis: 635, cat1: 254, tenu: true },
  ])('$requis centièmes d’effectif minimal et $cat1 de catégorie 1 : tenu $tenu', ({ requis, cat1, tenu }) => {
    expect(computeQuota({ quarts: 100, requis, cat1 }, BAREME)).toMatchObject({ reference: requis, cat1, tenu });
  });

  it('sans enfant attendu du mois, n’a pas de part', () => {
    expect(computeQuota({ quarts: 0, requis: 0, cat1: 0 }, BAREME)).toEqual({
      reference: 0,
      cat1: 0,
      part: null,
      tenu: true,
    });
  });
});
