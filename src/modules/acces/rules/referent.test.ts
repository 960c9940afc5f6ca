import { describe, expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { evaluateNomination } from './referent.ts';

describe('Un enfant suivi ne reste pas plus de quinze jours sans référent (CON-002)', () => {
  test('le quinzième jour après le premier jour sans référent', () => {
    expect(evaluateNomination(jourCivil('2026-11-06'), true).pour).toBe('2026-11-21');
  });
  test('une fin de mois et un 29 février se comptent en jours', () => {
    expect(evaluateNomination(jourCivil('2028-02-20'), false).pour).toBe('2028-03-06');
  });
  test('le calcul dit d’où il part et que la pratique est locale', () => {
    const { etapes } = evaluateNomination(jourCivil('2026-11-06'), false);
    expect(etapes[0]).toContain('6 novembre 2026');
    expect(etapes[1]).toContain('pratique locale');
  });
});
