import { describe, expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { aBareme, aMois, anExercice } from '../testing/psu-essai.ts';
import { computeAfas, type FaitsAfas, listControlesAfas } from './afas.ts';
import { computeBilan } from './bilan.ts';

const mois = [
  aMois('2026-01-01', { minutesOuvertes: 1000, minutesContractees: 800, minutesFacturees: 700, minutesRealisees: 650 }),
];
const bilan = computeBilan({
  annee: 2026,
  aujourdhui: jourCivil('2026-02-01'),
  existence: { du: null, au: null },
  places: 60,
  fournitTout: true,
  mois: [
    ...mois,
    aMois('2026-02-01', {
      minutesOuvertes: 1000,
      ouvertesAVenir: 1000,
      minutesContractees: 800,
      contracteesAVenir: 800,
    }),
  ],
  precedents: [],
  exercice: anExercice(),
  bareme: aBareme(),
});
const faits: FaitsAfas = {
  bilan,
  anneeFinie: false,
  moisManquants: 0,
  exercice: { facturees: 1300, realisees: null, chargesPrevuesCentimes: 10, chargesCentimes: 20 },
};

describe('AFAS : trois natures de déclaration (AFS-01 à AFS-05)', () => {
  test('le prévisionnel vient de ce qui est saisi, et dit ce qui manque', () => {
    expect(computeAfas('previsionnel', faits)).toEqual({
      minutesFacturees: 1300,
      minutesRealisees: null,
      chargesCentimes: 10,
    });
    expect(listControlesAfas('previsionnel', faits)).toEqual(['Heures réalisées prévues à saisir']);
  });

  test('l’actualisé projette, le réel ne compte que ce qui est fait', () => {
    expect(computeAfas('actualise', faits).minutesFacturees).toBe(1400);
    expect(computeAfas('reel', faits)).toEqual({ minutesFacturees: 700, minutesRealisees: 650, chargesCentimes: 20 });
  });

  test('un réel avant la fin de l’année est provisoire, un mois sans compte se dit', () => {
    const controles = listControlesAfas('reel', { ...faits, moisManquants: 2 });
    expect(controles).toContain('L’année n’est pas finie : le réel est provisoire');
    expect(controles).toContain('2 mois sans compte');
  });
});
