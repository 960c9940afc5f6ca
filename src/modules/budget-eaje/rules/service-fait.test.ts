import { describe, expect, it } from 'vitest';
import { ServiceFaitSaisie } from '../budget-saisie.ts';
import { computeConstat, formatHeuresSaisies, isInsuffisant } from './service-fait.ts';

const VIDE = { dues: null, conformes: null, montantCentimes: null, minutesRealisees: null, minutesFacturees: null };
const menage = (dues: number, conformes: number, montantCentimes: number | null = 240000) =>
  computeConstat({ ...VIDE, dues, conformes, montantCentimes }, 95);

describe('la pénalité de ménage (PRS-01)', () => {
  it.each([
    [95, null],
    [94, 14400],
    [0, 240000],
    [100, null],
  ])('%d prestations conformes sur 100, à 2 400 € le mois : %s', (conformes, penalite) => {
    expect(menage(100, conformes).penaliteCentimes).toBe(penalite);
    expect(isInsuffisant(menage(100, conformes), 95)).toBe(conformes < 95);
  });
  it('sans prix du mois, elle se signale sans se chiffrer ; rien de dû, rien à diviser', () => {
    expect(menage(20, 10, null).penaliteCentimes).toBeNull();
    expect(isInsuffisant(menage(20, 10, null), 95)).toBe(true);
    expect(menage(0, 0)).toMatchObject({ tauxConforme: null, penaliteCentimes: null });
    expect(isInsuffisant(menage(0, 0), 95)).toBe(false);
  });
});

it('les heures d’intérim facturées au-delà des réalisées se contestent (PRS-01)', () => {
  const interim = (minutesRealisees: number | null, minutesFacturees: number | null) =>
    computeConstat({ ...VIDE, minutesRealisees, minutesFacturees }, 95).aContester;
  expect([interim(420, 480), interim(480, 480), interim(480, 420), interim(null, 480), interim(480, null)]).toEqual([
    60, 0, 0, 0, 0,
  ]);
});

it('une durée se rouvre en deux décimales, et réenregistrée reste la même, à la minute', () => {
  expect(formatHeuresSaisies(440)).toBe('7,33');
  expect(formatHeuresSaisies(870)).toBe('14,5');
  for (let minutes = 0; minutes <= 600; minutes += 1)
    expect(ServiceFaitSaisie.shape.commandees.parse(formatHeuresSaisies(minutes)), formatHeuresSaisies(minutes)).toBe(
      minutes,
    );
});
