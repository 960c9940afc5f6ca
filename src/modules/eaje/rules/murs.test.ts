import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { computeFinAutorisation, computeMursDus, evaluateAutorisation, evaluateUnites } from './murs.ts';

const JOUR = jourCivil('2026-11-21');

describe('Une unité d’accueil a soixante places au plus (CAP-02, CSP R2324-46 II)', () => {
  it.each([
    [60, [60], 'accepte', 0],
    [61, [60], 'accepte', 1],
    [75, [40, 35], 'accepte', 0],
    [75, [61, 14], 'refuse', undefined],
  ])('%i places en unités de %j', (places, unites, issue, avertissements) => {
    const verdict = evaluateUnites(
      places,
      unites.map((nombre, rang) => ({ nom: `U${rang}`, places: nombre })),
      JOUR,
    );
    expect(verdict.issue).toBe(issue);
    expect(verdict.issue === 'accepte' ? verdict.avertissements.length : undefined).toBe(avertissements);
  });
});

describe('L’autorisation vaut quinze ans (CAP-03, CSP L2324-1-1)', () => {
  it('jusqu’à la veille du quinzième anniversaire, 29 février compris', () => {
    expect(computeFinAutorisation(jourCivil('2026-03-01'))).toBe('2041-02-28');
    expect(computeFinAutorisation(jourCivil('2028-02-29'))).toBe('2043-02-27');
  });
  it('on prévient avant sa fin, des mois que le département règle, la veille non', () => {
    const au = jourCivil('2028-05-21');
    expect(evaluateAutorisation({ au }, jourCivil('2026-11-20'), 18)).toBe('en-cours');
    expect(evaluateAutorisation({ au }, JOUR, 18)).toBe('a-renouveler');
    expect(evaluateAutorisation({ au }, JOUR, 17)).toBe('en-cours');
    expect(evaluateAutorisation({ au: null }, JOUR, 18)).toBe('en-cours');
    expect(evaluateAutorisation(undefined, JOUR, 18)).toBe('sans');
  });
});

describe('Sept mètres carrés par place, un plan de change pour dix (CAP-24, CAP-25)', () => {
  it.each([
    [20, 140, 2],
    [45, 315, 5],
    [60, 420, 6],
  ])('%i places', (places, surface, plansDeChange) => {
    expect(computeMursDus({ places, du: jourCivil('2022-09-01') })).toEqual({ surface, plansDeChange });
  });
  it('n’obligent pas ce qui fut autorisé jusqu’au 31 août 2022', () => {
    expect(computeMursDus({ places: 60, du: jourCivil('2022-08-31') })).toBeNull();
    expect(computeMursDus({ places: 60, du: jourCivil('2015-03-01') })).toBeNull();
  });
});
