import { describe, expect, it } from 'vitest';
import { evaluateJourneeDeTravail } from './temps-travail.ts';

const h = (heures: number, minutes = 0) => heures * 60 + minutes;

describe('une journée de travail (décret 2000-815, TPS-02 et TPS-04)', () => {
  it('finie à 18 h 30, ne reprend pas avant 5 h 30', () => {
    const plages = [{ debut: h(5, 30), fin: h(11) }];
    expect(evaluateJourneeDeTravail({ plages, finVeille: h(18, 30) }).issue).toBe('accepte');
    expect(evaluateJourneeDeTravail({ plages, finVeille: h(18, 31) }).issue).toBe('refuse');
    expect(evaluateJourneeDeTravail({ plages: [{ debut: h(14), fin: h(19) }], debutLendemain: h(5, 45) }).issue).toBe(
      'refuse',
    );
  });

  it('de 7 h 30 à 18 h 30, tient l’amplitude ; dix heures un quart de travail se refusent, neuf trois quarts passent', () => {
    const journee = (pauseFin: number) => ({
      plages: [
        { debut: h(7, 30), fin: h(12) },
        { debut: pauseFin, fin: h(18, 30) },
      ],
    });
    expect(evaluateJourneeDeTravail(journee(h(12, 45))).issue).toBe('refuse');
    expect(
      evaluateJourneeDeTravail({
        plages: [
          { debut: h(7, 30), fin: h(12, 30) },
          { debut: h(13, 45), fin: h(18, 30) },
        ],
      }).issue,
    ).toBe('accepte');
  });

  it('de plus de douze heures d’amplitude, se refuse', () => {
    const plages = [
      { debut: h(7), fin: h(11) },
      { debut: h(15), fin: h(19, 15) },
    ];
    expect(evaluateJourneeDeTravail({ plages })).toMatchObject({
      issue: 'refuse',
      motif: expect.stringContaining('amplitude'),
    });
  });

  it('ne compte pas six heures sans vingt minutes de pause', () => {
    expect(evaluateJourneeDeTravail({ plages: [{ debut: h(8), fin: h(14) }] }).issue).toBe('refuse');
    expect(evaluateJourneeDeTravail({ plages: [{ debut: h(8), fin: h(13, 59) }] }).issue).toBe('accepte');
    expect(
      evaluateJourneeDeTravail({
        plages: [
          { debut: h(8), fin: h(12) },
          { debut: h(12, 15), fin: h(15) },
        ],
      }).issue,
    ).toBe('refuse');
    expect(evaluateJourneeDeTravail({ plages: [] }).issue).toBe('accepte');
  });
});
