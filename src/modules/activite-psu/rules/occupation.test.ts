import { describe, expect, test } from 'vitest';
import { formatFraction, produit, quotient } from '#shared/fraction.ts';
import {
  computeOccupationFinanciere,
  computeOccupationReelle,
  computeParticipationHoraire,
  computePrixRevientPlace,
  computeResteACharge,
} from './occupation.ts';
import { computeTauxFacturation } from './psu.ts';

const HEURES = { minutesOuvertes: 60 * 148_500, minutesFacturees: 60 * 103_950, minutesRealisees: 60 * 94_500 };

describe('Occupation, coûts et reste à charge (OCC-01 à OCC-06)', () => {
  const [reelle, financiere] = [computeOccupationReelle(HEURES), computeOccupationFinanciere(HEURES)];

  test('60 places, 225 jours de 11 heures (V-PSU-03)', () => {
    expect(reelle && formatFraction(reelle)).toBe('63,64');
    expect(financiere && formatFraction(financiere)).toBe('70,00');
  });

  test('le taux de facturation est le rapport des deux occupations (OCC-04)', () => {
    if (!reelle || !financiere) throw new Error('Occupation attendue');
    expect(produit(quotient(financiere, reelle), 100)).toEqual(
      computeTauxFacturation(HEURES.minutesFacturees, HEURES.minutesRealisees),
    );
  });

  test('le reste à charge de V-PSU-03, par place', () => {
    const reste = computeResteACharge({
      chargesCentimes: 120_000_000,
      psuCentimes: 47_273_262,
      participationsCentimes: 19_750_500,
      bonusCentimes: 0,
      autresRecettesCentimes: 0,
    });
    expect(reste).toBe(52_976_238);
    expect(computePrixRevientPlace(reste, 60)).toBe(882_937);
  });

  test('rien d’ouvert, rien de facturé ou rien de saisi : aucun chiffre', () => {
    const vides = { minutesOuvertes: 0, minutesFacturees: 0, minutesRealisees: 0 };
    expect(computeOccupationReelle(vides)).toBeNull();
    expect(computeParticipationHoraire(0, 0)).toBeNull();
    expect(computePrixRevientPlace(null, 60)).toBeNull();
    const charges = { chargesCentimes: null, psuCentimes: 1, participationsCentimes: 0, bonusCentimes: 0 };
    expect(computeResteACharge({ ...charges, autresRecettesCentimes: 0 })).toBeNull();
  });

  test('la participation moyenne par heure facturée, en centimes (IND-21)', () => {
    const moyenne = computeParticipationHoraire(19_750_500, HEURES.minutesFacturees);
    expect(moyenne && formatFraction(moyenne)).toBe('190,00');
  });
});
