import { describe, expect, it } from 'vitest';
import { computePause, evaluateJourneeDeTravail, evaluateSemaineDeTravail } from './temps-travail.ts';

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

describe('une semaine type (décret 2000-815, TPS-02 à TPS-04)', () => {
  const evaluate = (jours: readonly (readonly [number, number])[], pause: readonly [number, number] | null = null) =>
    evaluateSemaineDeTravail({
      semaine: [...jours.flat(), ...new Array<number>(14 - 2 * jours.length).fill(0)],
      pauseDebut: pause?.[0] ?? null,
      pauseFin: pause?.[1] ?? null,
    });
  const cinq = (debut: number, fin: number) => new Array<readonly [number, number]>(5).fill([debut, fin]);
  const MIDI = [h(12), h(12, 45)] as const;

  it('refuse le jour qui dépasse, et dit lequel', () => {
    expect(
      evaluate(
        [
          [h(8), h(13)],
          [h(7, 30), h(18, 30)],
        ],
        MIDI,
      ),
    ).toMatchObject({
      rang: 2,
      verdict: { issue: 'refuse', motif: '10 h 15 de travail : dix heures au plus.' },
    });
    expect(evaluate([[h(6), h(22)]])).toMatchObject({ rang: 1, verdict: { issue: 'refuse' } });
    expect(evaluate(cinq(h(8), h(14)))).toMatchObject({ rang: 1, verdict: { issue: 'refuse' } });
    expect(evaluate(cinq(h(8), h(16)), MIDI)).toMatchObject({ rang: null, verdict: { issue: 'accepte' } });
  });

  it('tient onze heures de repos d’un jour à l’autre, du dimanche au lundi aussi', () => {
    expect(
      evaluate(
        [
          [h(13), h(19)],
          [h(5), h(9)],
        ],
        [h(16), h(16, 30)],
      ),
    ).toMatchObject({ rang: 1, verdict: { issue: 'refuse' } });
    const dimanche = [[h(5), h(9)], ...new Array(5).fill([0, 0]), [h(16), h(20)]] as [number, number][];
    expect(evaluate(dimanche)).toMatchObject({ rang: 1, verdict: { issue: 'refuse' } });
  });

  it('quarante-huit heures au plus ; au-delà de quarante-quatre, elle prévient', () => {
    const six = (fin: number) => new Array<readonly [number, number]>(6).fill([h(8), fin]);
    expect(evaluate(six(h(16, 45)), MIDI).verdict).toMatchObject({ issue: 'accepte', avertissements: [{}] });
    expect(evaluate(cinq(h(8), h(17, 33)), MIDI).verdict).toMatchObject({ issue: 'accepte', avertissements: [] });
    expect(evaluate(six(h(16, 46)), MIDI).verdict).toMatchObject({ issue: 'refuse' });
  });

  it('laisse trente-cinq heures de repos d’affilée', () => {
    const sept = (fin: number) => new Array<readonly [number, number]>(7).fill([h(9), fin]);
    expect(evaluate(sept(h(13))).verdict).toMatchObject({
      issue: 'refuse',
      motif: expect.stringContaining('Trente-cinq'),
    });
    expect(evaluate([[h(9), h(13)]]).verdict.issue).toBe('accepte');
    expect(evaluate([]).verdict.issue).toBe('accepte');
  });

  it('une pause hors de la journée n’en est pas une', () => {
    const pause = { pauseDebut: h(12), pauseFin: h(13) };
    expect(computePause({ debut: h(13), fin: h(18) }, pause)).toBeNull();
    expect(computePause({ debut: h(8), fin: h(12, 30) }, pause)).toEqual({ debut: h(12), fin: h(12, 30) });
  });
});
