import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { getBareme } from './bareme.ts';
import { evaluateOccupationHebdomadaire } from './occupation.ts';

const BAREME = getBareme(jourCivil('2026-11-23'));

describe('l’occupation de la semaine (R2324-27, 1° du CSP, CAP-06)', () => {
  it('tient à 100 % exactement, plus à une minute de plus', () => {
    expect(evaluateOccupationHebdomadaire(2950 * 60, 2950 * 60, BAREME).issue).toBe('accepte');
    expect(evaluateOccupationHebdomadaire(2950 * 60 + 1, 2950 * 60, BAREME).issue).toBe('refuse');
  });
});
