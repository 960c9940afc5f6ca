import { describe, expect, it } from 'vitest';
import { jourCivil as j } from '#shared/jour-civil.ts';
import type { Statut } from '../statut.ts';
import { evaluateStatut } from './statut.ts';

const ligne = (code: Statut['code'], du: string, au: string | null): Statut => ({
  id: `${code}-${du}`,
  code,
  fondement: null,
  du: j(du),
  au: au === null ? null : j(au),
});

describe('Majorité : dix-huit ans accomplis (C. civ. 388)', () => {
  const lignes = [ligne('autorite-parentale', '2008-11-21', null)];
  it.each([
    ['la veille, encore mineur', '2026-11-20', 'autorite-parentale'],
    ['le jour anniversaire, majeur', '2026-11-21', 'majeur'],
    ['le lendemain, majeur', '2026-11-22', 'majeur'],
  ])('%s', (_, jour, code) => {
    expect(evaluateStatut(lignes, j('2008-11-21'), j(jour)).code).toBe(code);
  });
  it.each([
    ['2026-02-27', 'a-determiner', '28-fevrier'],
    ['2026-02-28', 'majeur', '28-fevrier'],
    ['2026-02-28', 'a-determiner', '1er-mars'],
    ['2026-03-01', 'majeur', '1er-mars'],
  ] as const)('né un 29 février, le %s : %s (règle %s, TPS-07)', (jour, code, regle) => {
    expect(evaluateStatut([], j('2008-02-29'), j(jour), regle).code).toBe(code);
  });
  it('une naissance inconnue ne rend personne majeur (TPS-08)', () => {
    expect(evaluateStatut(lignes, null, j('2060-01-01'))).toMatchObject({ code: 'autorite-parentale', majorite: null });
  });
});

describe('Le statut du jour est celui de sa période, bornes comprises (TPS-09)', () => {
  const lignes = [
    ligne('autorite-parentale', '2020-01-01', '2024-06-30'),
    ligne('pupille-provisoire', '2024-07-01', null),
  ];
  it.each([
    ['2019-12-31', 'a-determiner'],
    ['2020-01-01', 'autorite-parentale'],
    ['2024-06-30', 'autorite-parentale'],
    ['2024-07-01', 'pupille-provisoire'],
  ])('le %s : %s', (jour, code) => {
    expect(evaluateStatut(lignes, j('2019-05-02'), j(jour)).code).toBe(code);
  });
});
