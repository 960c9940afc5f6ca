import { describe, expect, it } from 'vitest';
import { jourCivil as j } from '#shared/jour-civil.ts';
import { evaluateDecouvert } from './couverture.ts';

const JOUR = j('2026-11-21');
const decouvert = (du: string, au: string | null, horizon = 14) =>
  evaluateDecouvert({ enPoste: true, absences: [{ du: j(du), au: au === null ? null : j(au) }] }, JOUR, horizon);

describe('Ce que l’absence d’un évaluateur laisse à découvert', () => {
  it('présent tous les jours regardés : rien', () => {
    expect(evaluateDecouvert({ enPoste: true, absences: [] }, JOUR, 14)).toBeNull();
    expect(decouvert('2026-11-01', '2026-11-20'), 'revenu ce matin').toBeNull();
  });
  it('absent ce jour, le premier comme le dernier', () => {
    expect(decouvert('2026-11-21', '2026-11-30')).toEqual({ cause: 'absent', phrase: 'absent jusqu’au lundi 30 nov.' });
    expect(decouvert('2026-11-01', '2026-11-21')?.cause).toBe('absent');
    expect(decouvert('2026-11-01', null)?.phrase).toBe('absent sans retour connu');
  });
  it('absent bientôt : le quatorzième jour compte, le quinzième non', () => {
    expect(decouvert('2026-12-05', '2026-12-06')?.cause).toBe('bientot-absent');
    expect(decouvert('2026-12-06', '2026-12-07')).toBeNull();
    expect(decouvert('2026-12-06', '2026-12-07', 30)?.phrase).toBe('absent du dimanche 6 déc., jusqu’au lundi 7 déc.');
  });
  it('le départ l’emporte', () => {
    expect(evaluateDecouvert({ enPoste: false, absences: [{ du: JOUR, au: null }] }, JOUR, 14)?.cause).toBe('parti');
  });
});
