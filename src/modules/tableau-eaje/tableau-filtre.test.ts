import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { computeBornes, TableauFiltre } from './tableau-filtre.ts';

describe('la période du tableau', () => {
  it.each([
    ['annee', '2026-11-21', '2026-01-01', '2026-10-31'],
    ['annee', '2027-01-15', '2026-01-01', '2026-12-31'],
    ['douze-mois', '2026-11-21', '2025-11-01', '2026-10-31'],
    ['mois', '2026-03-01', '2026-02-01', '2026-02-28'],
    ['mois', '2028-03-31', '2028-02-01', '2028-02-29'],
  ] as const)('%s le %s : du %s au %s', (periode, jour, du, au) => {
    expect(computeBornes(periode, jourCivil(jour))).toEqual({ du, au });
  });

  it('une adresse abîmée ne casse rien', () => {
    expect(TableauFiltre.parse({ periode: 'siècle', territoire: 'x', vue: 'IND-99' })).toEqual({
      periode: 'annee',
      territoire: null,
      vue: 'activite',
    });
  });
});
