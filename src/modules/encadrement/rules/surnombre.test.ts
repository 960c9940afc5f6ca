import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { getBareme } from './bareme.ts';
import { computeBornesSurnombre, evaluateOccupationHebdomadaire, evaluateSurnombre } from './surnombre.ts';

const BAREME = getBareme(jourCivil('2026-11-23'));

describe('le surnombre d’un instant (R2324-27 du CSP, CAP-05)', () => {
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
  ])('%i places : %i enfants sûrs, %i au plus', (capacite, sur, auPlus) => {
    expect(computeBornesSurnombre(capacite, BAREME)).toEqual({ sur, auPlus });
  });

  it('avertit entre les deux arrondis, refuse au-delà', () => {
    expect(evaluateSurnombre(27, 24, BAREME)).toMatchObject({ issue: 'accepte', avertissements: [] });
    expect(evaluateSurnombre(28, 24, BAREME)).toMatchObject({ issue: 'accepte', avertissements: [{}] });
    expect(evaluateSurnombre(29, 24, BAREME).issue).toBe('refuse');
  });
});

describe('l’occupation de la semaine (R2324-27, 1° du CSP, CAP-06)', () => {
  it('tient à 100 % exactement, plus à une minute de plus', () => {
    expect(evaluateOccupationHebdomadaire(2950 * 60, 2950 * 60, BAREME).issue).toBe('accepte');
    expect(evaluateOccupationHebdomadaire(2950 * 60 + 1, 2950 * 60, BAREME).issue).toBe('refuse');
  });
});
