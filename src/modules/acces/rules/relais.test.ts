import { describe, expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { evaluateDebutRelais, evaluateEtatRelais } from './relais.ts';

const JOUR = jourCivil('2026-11-21');

describe('Les enfants d’un référent absent se confient à un collègue, pour un temps (CON-001)', () => {
  test.each([
    ['à venir la veille de son premier jour', '2026-11-22', '2026-11-30', 'a-venir'],
    ['en cours dès son premier jour', '2026-11-21', '2026-11-30', 'en-cours'],
    ['en cours encore à son dernier jour', '2026-11-01', '2026-11-21', 'en-cours'],
    ['fini le lendemain de son dernier jour', '2026-11-01', '2026-11-20', 'fini'],
  ] as const)('%s', (_, du, au, etat) => {
    expect(evaluateEtatRelais({ du: jourCivil(du), au: jourCivil(au) }, JOUR)).toBe(etat);
  });
  test('le relais commence ce jour ou plus tard : le passé ne se confie plus', () => {
    expect(evaluateDebutRelais(jourCivil('2026-11-20'), JOUR)).toContain('ne commence pas avant aujourd’hui');
    expect(evaluateDebutRelais(JOUR, JOUR)).toBeNull();
  });
});
