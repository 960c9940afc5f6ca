import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { computeDelaiParDefaut, computeTermeDInformation, formatGravites } from './delais.ts';

const DEFAUTS = { parametres: {} };
const CONTROLE = jourCivil('2026-11-02');

describe('Une mesure sans délai dit prend celui du département (PMI-06, pratique)', () => {
  it.each([
    ['RECOMMANDATION', '2027-01-31'],
    ['PRESCRIPTION', '2026-12-02'],
    ['MISE_EN_DEMEURE', '2026-11-17'],
  ] as const)('%s : %s', (nature, jour) => expect(computeDelaiParDefaut(nature, CONTROLE, DEFAUTS)).toBe(jour));
  it('le département règle le sien ; une injonction n’en a jamais d’autre que celui de son acte', () => {
    const reglages = { parametres: { 'creches.prescription-jours': 10, 'creches.recommandation-jours': 5 } };
    expect(computeDelaiParDefaut('PRESCRIPTION', CONTROLE, reglages)).toBe('2026-11-12');
    expect(computeDelaiParDefaut('INJONCTION', CONTROLE, reglages)).toBeNull();
  });
});

describe('Un fait grave se dit dans les heures qui suivent le sien (EVT-04, pratique)', () => {
  const fait = (instant: string | null) => ({ date: jourCivil('2026-11-18'), instant });
  it('gravité 4 : deux heures comptées de l’heure du fait, le lendemain si elles passent minuit', () => {
    const matin = computeTermeDInformation(fait('2026-11-18T10:20:00+01:00'), 4, DEFAUTS);
    expect([matin.pour, matin.instant]).toEqual(['2026-11-18', '2026-11-18T12:20:00+01:00']);
    const soir = computeTermeDInformation(fait('2026-11-18T22:30:00+01:00'), 4, DEFAUTS);
    expect([soir.pour, soir.instant]).toEqual(['2026-11-19', '2026-11-19T00:30:00+01:00']);
  });
  it('sans heure connue, elles se comptent depuis le début du jour, et le décompte le dit', () => {
    const terme = computeTermeDInformation(fait(null), 4, DEFAUTS);
    expect(terme.pour).toBe('2026-11-18');
    expect(terme.etapes().join(' ')).toContain('L’heure n’est pas connue');
  });
  it('le département règle ses heures et ses jours', () => {
    const reglages = { parametres: { 'creches.fait-gravite-2-heures': 24, 'creches.fait-gravite-1-jours': 3 } };
    expect(computeTermeDInformation(fait(null), 2, reglages).pour).toBe('2026-11-19');
    expect(computeTermeDInformation(fait(null), 1, reglages).pour).toBe('2026-11-21');
    expect(formatGravites(reglages)['2']).toBe('2 · à dire sous 24 heures');
    expect(formatGravites(DEFAUTS)['3']).toBe('3 · à dire le jour même');
  });
});
