import { describe, expect, test } from 'vitest';
import { addJours, jourCivil } from '#shared/jour-civil.ts';
import {
  buildBaremesSaisis,
  computePlancherDuRsa,
  findBaremeAbsent,
  findFinDuBareme,
  getBareme,
  listChangements,
} from './bareme.ts';

describe('Le barème des participations familiales est daté, et rien ne le prolonge en silence (circ. Cnaf 2019-005)', () => {
  test.each([
    [63_571, 80_100],
    [64_652, 81_462],
    [60_775, 76_577],
    [59_854, 75_416],
    [56_534, 71_233],
  ])(
    'le plancher est le RSA d’un parent seul avec un enfant, forfait logement déduit : RSA %i → %i centimes (PF-10)',
    (rsa, plancher) => {
      expect(computePlancherDuRsa(rsa)).toBe(plancher);
    },
  );

  test.each([
    ['2022-06-01', 56_534],
    ['2023-06-01', 59_854],
    ['2024-06-01', 60_775],
    ['2025-06-01', 63_571],
    ['2026-06-01', 64_652],
  ])('le plancher saisi au %s est celui du RSA de la fin de l’année d’avant (PF-10)', (jour, rsa) => {
    expect(getBareme(jourCivil(jour), []).plancherCentimes).toBe(computePlancherDuRsa(rsa));
  });

  test('une année qui n’est pas saisie n’a pas de tarif, et le dit', () => {
    expect(findBaremeAbsent(jourCivil('2026-12-31'), [])).toBeUndefined();
    const phrase =
      'Le barème 2027 des participations familiales n’est pas saisi : aucun tarif ne se calcule au 1er janvier 2027. Qui tient « Heures et PSU » l’y saisit, « à confirmer » tant que la Cnaf ne l’a pas publié.';
    expect(findBaremeAbsent(jourCivil('2027-01-01'), [])).toBe(phrase);
    expect(() => getBareme(jourCivil('2027-01-01'), [])).toThrow(phrase);
    expect(findBaremeAbsent(jourCivil('2017-12-31'), [])).toContain('Le barème 2017');
    expect(findBaremeAbsent(jourCivil('2020-06-01'), [], 'FAMILIAL')).toContain('Le barème 2020');
  });

  test('sans trou de 2018 à 2026 en accueil collectif', () => {
    for (let jour = jourCivil('2018-01-01'); jour <= '2026-12-31'; jour = addJours(jour, 1))
      expect(findBaremeAbsent(jour, [])).toBeUndefined();
  });

  test('le plafond a changé en cours d’année les 1er septembre 2024 et 2025', () => {
    const plafond = (jour: string) => getBareme(jourCivil(jour), []).plafondCentimes;
    expect(['2024-08-31', '2024-09-01', '2025-08-31', '2025-09-01'].map(plafond)).toEqual([
      600_000, 700_000, 700_000, 850_000,
    ]);
    expect(listChangements({ du: jourCivil('2024-09-01'), au: jourCivil('2026-01-01') }, [])).toEqual([
      '2025-01-01',
      '2025-09-01',
      '2026-01-01',
    ]);
  });

  test('un barème saisi l’emporte de sa date d’effet jusqu’au suivant, au plus jusqu’à la fin de son année (GEN-01)', () => {
    const saisir = (du: string, plafondCentimes: number) => ({
      id: du,
      du: jourCivil(du),
      taux: [620, 517, 414, 311, 207] as const,
      plancherCentimes: 83_000,
      plafondCentimes,
      confiance: 'verifie' as const,
      source: 'Annexe lue',
      version: 1,
    });
    const saisis = buildBaremesSaisis([
      saisir('2027-09-01', 950_000),
      saisir('2026-11-01', 870_000),
      saisir('2027-01-01', 900_000),
    ]);
    expect(saisis.map(({ du, au }) => [du, au])).toEqual([
      ['2026-11-01', '2026-12-31'],
      ['2027-01-01', '2027-08-31'],
      ['2027-09-01', '2027-12-31'],
    ]);
    const plafond = (jour: string) => getBareme(jourCivil(jour), saisis).plafondCentimes;
    expect(['2026-10-31', '2026-11-01', '2027-08-31', '2027-09-01'].map(plafond)).toEqual([
      850_000, 870_000, 900_000, 950_000,
    ]);
    expect(findBaremeAbsent(jourCivil('2028-01-01'), saisis)).toContain('Le barème 2028');
    expect(findBaremeAbsent(jourCivil('2027-06-01'), saisis, 'FAMILIAL')).toContain('Le barème 2027');
    expect([findFinDuBareme([]), findFinDuBareme(saisis)]).toEqual(['2026-12-31', '2027-12-31']);
    expect(listChangements({ du: jourCivil('2026-01-01'), au: jourCivil('2027-12-31') }, saisis)).toEqual([
      '2026-11-01',
      '2027-01-01',
      '2027-09-01',
    ]);
  });
});
