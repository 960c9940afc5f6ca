import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { computeBornesSurnombre, SURNOMBRE } from './surnombre.ts';

describe('Jamais plus de 115 % des places à la fois ; l’arrondi est à confirmer (CAP-05, CSP R2324-27)', () => {
  const surnombre = SURNOMBRE.at(jourCivil('2026-11-21'));
  it.each([
    [10, 11, 12],
    [12, 13, 14],
    [20, 23, 23],
    [24, 27, 28],
    [40, 46, 46],
    [50, 57, 58],
    [60, 69, 69],
    [75, 86, 87],
    [90, 103, 104],
  ])('%i places : %i enfants sûrs, %i au plus', (places, sur, auPlus) => {
    expect(computeBornesSurnombre(places, { surnombre })).toEqual({ sur, auPlus });
  });
});
