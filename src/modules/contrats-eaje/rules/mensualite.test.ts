import { describe, expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import type { MotifAbsenceEnfant } from '../absence.ts';
import { computeDepassement, computeDureeComptee, computeMensualite, evaluateDeduction } from './mensualite.ts';

describe('La mensualité lisse les heures du contrat sur l’année (PF-08)', () => {
  test('V-PF-11 : 885,50 h en 7 mensualités à 3,47 €', () => {
    const contrat = { minutesAnnuelles: 885.5 * 60, mensualites: 7, tarifCentimes: 347 };
    expect(computeMensualite(contrat).centimes).toBe(43_896);
    expect(computeMensualite(contrat, 'MONTANT').centimes).toBe(43_896);
  });

  test('V-PF-11 : arrondir d’abord les heures change le centime', () => {
    const contrat = { minutesAnnuelles: 831.5 * 60, mensualites: 7, tarifCentimes: 347 };
    expect(computeMensualite(contrat)).toMatchObject({
      centimes: 41_220,
      etapes: ['831,50 h dans l’année ÷ 7 mensualités = 118,79 h par mois.', '118,79 h × 3,47 € = 412,20 € par mois.'],
    });
    expect(computeMensualite(contrat, 'MONTANT')).toMatchObject({
      centimes: 41_219,
      etapes: ['831,50 h dans l’année × 3,47 € ÷ 7 mensualités = 412,19 € par mois.'],
    });
  });

  test('des heures que les centièmes ne disent pas s’écrivent en minutes', () => {
    const contrat = { minutesAnnuelles: 200, mensualites: 2, tarifCentimes: 300 };
    expect(computeMensualite(contrat).etapes[0]).toBe('3 h 20 dans l’année ÷ 2 mensualités = 1,67 h par mois.');
    expect(computeMensualite(contrat, 'MONTANT').etapes).toEqual([
      '3 h 20 dans l’année × 3,00 € ÷ 2 mensualités = 5,00 € par mois.',
    ]);
  });
});

describe('Ce qu’une absence déduit (PF-08, à confirmer)', () => {
  const absence = (motif: MotifAbsenceEnfant, au: string, justifiee = true) => ({
    motif,
    du: jourCivil('2026-03-02'),
    au: jourCivil(au),
    justifiee,
  });

  test.each([
    ['2026-03-04', null],
    ['2026-03-05', '2026-03-05'],
    ['2026-03-06', '2026-03-05'],
  ])('la maladie finie le %s se déduit après trois jours de carence : %s', (au, depuis) => {
    expect(evaluateDeduction(absence('MALADIE', au), 3).aPartirDu).toBe(depuis);
  });

  test('l’hospitalisation et l’éviction se déduisent dès le premier jour, pièce reçue', () => {
    expect(evaluateDeduction(absence('HOSPITALISATION', '2026-03-02'), 3).aPartirDu).toBe('2026-03-02');
    expect(evaluateDeduction(absence('EVICTION', '2026-03-02'), 3).deduite).toBe(true);
    expect(evaluateDeduction(absence('EVICTION', '2026-03-02', false), 3).raison).toBe(
      'Non déduite tant que manque la décision d’éviction.',
    );
  });

  test('les congés et la convenance ne se déduisent pas', () => {
    expect(evaluateDeduction(absence('CONGES', '2026-03-20'), 3).deduite).toBe(false);
    expect(evaluateDeduction(absence('CONVENANCE', '2026-03-20'), 3).deduite).toBe(false);
  });
});

describe('Le décompte des heures suit le pas et la franchise (PF-09, à confirmer)', () => {
  test('toute tranche commencée est comptée', () => {
    expect([0, 1, 15, 16, 30, 31].map((minutes) => computeDureeComptee(minutes, { granularite: 30 }))).toEqual([
      0, 30, 30, 30, 30, 60,
    ]);
    expect(computeDureeComptee(31, { granularite: 15 })).toBe(45);
    expect(computeDureeComptee(31, { granularite: 1 })).toBe(31);
  });

  test('un dépassement plus court que la franchise ne se compte pas, plus long il se compte en entier', () => {
    const prevue = { debut: 510, fin: 1050 };
    const decompte = { granularite: 30, franchise: 10 } as const;
    expect(computeDepassement(prevue, { debut: 500, fin: 1060 }, decompte).minutes).toBe(0);
    expect(computeDepassement(prevue, { debut: 499, fin: 1061 }, decompte).minutes).toBe(60);
    expect(computeDepassement(prevue, { debut: 540, fin: 1020 }, decompte).minutes).toBe(0);
  });

  test.each([
    [1, 0, 5],
    [15, 0, 15],
    [30, 0, 30],
    [1, 4, 5],
    [15, 4, 15],
    [30, 4, 30],
    [1, 5, 0],
    [15, 5, 0],
    [30, 5, 0],
  ] as const)(
    'parti cinq minutes après l’heure, au pas de %d et sous une franchise de %d : %d minutes',
    (granularite, franchise, minutes) => {
      const prevue = { debut: 510, fin: 1050 };
      expect(computeDepassement(prevue, { debut: 510, fin: 1055 }, { granularite, franchise }).minutes).toBe(minutes);
    },
  );
});
