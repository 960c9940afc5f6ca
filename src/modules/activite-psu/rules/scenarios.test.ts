import { describe, expect, test } from 'vitest';
import { formatFraction, quotient } from '#shared/fraction.ts';
import { aBareme, someFaits } from '../testing/psu-essai.ts';
import { computeScenarios } from './scenarios.ts';

describe('Ramener le taux de facturation à 107 n’a pas le même effet selon le chemin (IND-04, PSU-12)', () => {
  const scenarios = computeScenarios(aBareme(), someFaits(), 60 * 1000);

  test('à heures facturées constantes, la présence monte et tout est gain (V-PSU-09)', () => {
    const scenario = scenarios?.facturesConstantes;
    expect(scenario && formatFraction(quotient(scenario.minutesRealisees, 60))).toBe('97\u202f149,53');
    expect(scenario?.ecartCentimes).toBe(1_583_238);
  });

  test('à heures réalisées constantes, raccourcir les contrats fait perdre (V-PSU-10)', () => {
    const scenario = scenarios?.realiseesConstantes;
    expect(scenario && formatFraction(quotient(scenario.minutesFacturees, 60), 0)).toBe('101\u202f115');
    expect(scenario?.calcul.recetteCentimes).toBe(66_735_900);
    expect(scenario?.ecartCentimes).toBe(-287_862);
  });

  test('des heures occasionnelles de plus améliorent le résultat', () => {
    expect(scenarios?.occasionnel?.ecartCentimes).toBeGreaterThan(600_000);
  });

  test('sous le seuil, rien à ramener ; sans heures à offrir, pas de troisième lecture', () => {
    const deja = computeScenarios(aBareme(), someFaits({ facturees: 100_000, realisees: 97_087 }));
    expect([deja?.facturesConstantes, deja?.realiseesConstantes, deja?.occasionnel]).toEqual([null, null, null]);
  });

  test('sans barème, aucun scénario', () => {
    expect(computeScenarios(undefined, someFaits())).toBeUndefined();
  });
});
