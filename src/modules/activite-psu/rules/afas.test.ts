import { describe, expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { aBareme, aMois, anExercice } from '../testing/psu-essai.ts';
import { computeAfas, type FaitsAfas, listControlesAfas } from './afas.ts';
import { computeBilan } from './bilan.ts';

const mois = [
  aMois('2026-01-01', {
    minutesOuvertes: 1000,
    minutesContractees: 800,
    minutesFacturees: 700,
    minutesRealisees: 650,
    minutesOccasionnelles: 70,
    participationsCentimes: 1400,
    joursOuverts: 20,
  }),
  aMois('2026-02-01', {
    minutesOuvertes: 1000,
    ouvertesAVenir: 1000,
    minutesContractees: 800,
    contracteesAVenir: 800,
    joursOuverts: 19,
    joursAVenir: 19,
  }),
];
const exercice = { ...anExercice(), factureesPrevues: 1300, chargesPrevuesCentimes: 10, chargesCentimes: 20 };
const faits: FaitsAfas = {
  bilan: computeBilan({
    annee: 2026,
    aujourdhui: jourCivil('2026-02-01'),
    existence: { du: null, au: null },
    places: 60,
    fournitTout: true,
    mois,
    precedents: [],
    exercice,
    bareme: aBareme(),
    findPartAdmise: () => 2,
  }),
  mois,
  enfants: { enfants: 95, handicap: 2 },
  anneeFinie: false,
  moisManquants: 0,
  exercice,
};

describe('AFAS : trois natures de déclaration (AFS-01 à AFS-05)', () => {
  test('le prévisionnel vient de ce qui est saisi, et dit ce qui manque', () => {
    expect(computeAfas('previsionnel', faits)).toEqual({
      joursOuverts: 39,
      minutesOuvertes: 2000,
      minutesFacturees: 1300,
      minutesRealisees: null,
      minutesOccasionnelles: null,
      participationsCentimes: null,
      enfants: null,
      chargesCentimes: 10,
    });
    expect(listControlesAfas('previsionnel', faits)).toEqual(['Heures réalisées prévues à saisir']);
  });

  test('l’actualisé va tout entier au 31 décembre, l’occasionnel compris', () => {
    expect(computeAfas('actualise', faits)).toEqual({
      joursOuverts: 39,
      minutesOuvertes: 2000,
      minutesFacturees: 1400,
      minutesRealisees: 1300,
      minutesOccasionnelles: 140,
      participationsCentimes: 2800,
      enfants: { enfants: 95, handicap: 2 },
      chargesCentimes: 20,
    });
  });

  test('le réel s’arrête tout entier à ce qui est fait, jours ouverts compris', () => {
    expect(computeAfas('reel', faits)).toEqual({
      joursOuverts: 20,
      minutesOuvertes: 1000,
      minutesFacturees: 700,
      minutesRealisees: 650,
      minutesOccasionnelles: 70,
      participationsCentimes: 1400,
      enfants: { enfants: 95, handicap: 2 },
      chargesCentimes: 20,
    });
  });

  test('rien de compté : des colonnes vides, jamais un zéro', () => {
    const vide = { ...faits, mois: [], exercice: undefined };
    expect(computeAfas('previsionnel', vide)).toMatchObject({ joursOuverts: null, minutesOuvertes: null });
  });

  test('un réel avant la fin de l’année est provisoire, un mois sans compte se dit', () => {
    const controles = listControlesAfas('reel', { ...faits, moisManquants: 2 });
    expect(controles).toContain('L’année n’est pas finie : le réel est provisoire');
    expect(controles).toContain('2 mois sans compte');
  });
});
