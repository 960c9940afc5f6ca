import { describe, expect, test } from 'vitest';
import { fraction } from '#shared/fraction.ts';
import { computeEcartPrevisionnel, computeProjection, isEcartSignale } from './projection.ts';

describe('La projection au 31 décembre prolonge ce qui est observé sur les contrats qui restent (AFS-04)', () => {
  const fait = {
    minutesOuvertes: 1000,
    minutesContractees: 700,
    minutesFacturees: 700,
    minutesRealisees: 630,
    participationsCentimes: 1400,
  };
  const aVenir = { ouvertes: 500, contractees: 350, saison: null };

  test('à défaut d’année précédente, le rapport observé depuis janvier', () => {
    expect(computeProjection(fait, [aVenir])).toEqual({
      minutesOuvertes: 1500,
      minutesFacturees: 1050,
      minutesRealisees: 945,
      participationsCentimes: 2100,
      saisonniers: 0,
    });
  });

  test('sinon le rapport du même mois, un an plus tôt', () => {
    const saison = { minutesContractees: 100, minutesFacturees: 100, minutesRealisees: 50 };
    expect(computeProjection(fait, [{ ...aVenir, saison }])).toMatchObject({
      minutesFacturees: 1050,
      minutesRealisees: 805,
      saisonniers: 1,
    });
  });

  test('un mois de l’an dernier sans pointage ne dit pas la saison : le rapport observé depuis janvier', () => {
    const saison = { minutesContractees: 100, minutesFacturees: 100, minutesRealisees: 0 };
    expect(computeProjection(fait, [{ ...aVenir, saison }])).toEqual(computeProjection(fait, [aVenir]));
  });

  test('rien d’observé, rien de prolongé', () => {
    const vide = { minutesContractees: 0, minutesFacturees: 0, minutesRealisees: 0, participationsCentimes: 0 };
    expect(computeProjection({ ...vide, minutesOuvertes: 0 }, [aVenir])).toMatchObject({
      minutesOuvertes: 500,
      minutesFacturees: 0,
      participationsCentimes: 0,
    });
  });

  test.each([
    [104, false],
    [105, false],
    [106, true],
    [95, false],
    [94, true],
  ])('%i pour 100 prévus : signalé au-delà de 5 %%, %s', (projete, attendu) => {
    expect(isEcartSignale(computeEcartPrevisionnel(projete, 100))).toBe(attendu);
  });

  test('sans prévisionnel, aucun écart', () => {
    expect(computeEcartPrevisionnel(100, null)).toBeNull();
    expect(isEcartSignale(null)).toBe(false);
    expect(computeEcartPrevisionnel(110, 100)).toEqual(fraction(10));
  });
});
