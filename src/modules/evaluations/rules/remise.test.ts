import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { aEvaluation } from '../testing/faits-evaluation.ts';
import { getReferentiel } from './referentiel.ts';
import { evaluateRemise, listManques } from './remise.ts';

describe('La remise du rapport d’évaluation (CASF D226-2-6, D226-2-7)', () => {
  it('rien ne manque : il se remet', () => expect(evaluateRemise(aEvaluation()).issue).toBe('accepte'));
  it('tout ce qui manque est dit à la fois, chaque point sous sa règle', () => {
    const verdict = evaluateRemise(
      aEvaluation({ rencontres: [], avis: [], rubriques: [], rapport: { ...aEvaluation().rapport, conclusion: null } }),
    );
    expect(verdict.issue).toBe('refuse');
    if (verdict.issue !== 'refuse') return;
    for (const regle of ['IP-012', 'IP-014', 'IP-016', 'IP-017', 'IP-018', 'IP-020'])
      expect(verdict.motif).toContain(`(${regle})`);
    expect(verdict.textes.map(({ article }) => article)).toEqual(['D226-2-6 II', 'L226-3', 'D226-2-3', 'D226-2-7']);
  });
  it('chaque manque dit où le combler', () => {
    const rayons = new Set(
      listManques(aEvaluation({ rencontres: [], avis: [], rubriques: [] })).map(({ rayon }) => rayon),
    );
    expect([...rayons]).toEqual(['rencontres', 'avis', 'redaction']);
  });
});

describe('Le référentiel appliqué est inscrit au rapport (CASF L226-3, décret n° 2022-1728)', () => {
  it('celui de la HAS, depuis le 1er janvier 2023', () => {
    expect(getReferentiel(jourCivil('2023-01-01'))).toMatchObject({ version: 'janvier 2021' });
    expect(getReferentiel(jourCivil('2026-11-21')).nom).toContain('HAS');
  });
  it('une évaluation plus ancienne porte le premier connu', () => {
    expect(getReferentiel(jourCivil('2022-12-31'))).toEqual(getReferentiel(jourCivil('2023-01-01')));
  });
});
