import { describe, expect, it } from 'vitest';
import { jourCivil as j } from '#shared/jour-civil.ts';
import type { AutoriteParentale } from '../autorite-parentale.ts';
import { evaluateAutorite, formatAutorite } from './autorite-parentale.ts';

const NAISSANCE = j('2019-03-04');
const JOUR = j('2026-11-21');
const ap = (
  nom: string,
  exercice: AutoriteParentale['exercice'],
  plus: Partial<AutoriteParentale> = {},
): AutoriteParentale => ({
  id: nom,
  personneId: nom,
  organisme: null,
  titulaire: true,
  fondement: null,
  nom,
  du: NAISSANCE,
  au: null,
  exercice,
  ...plus,
});
const motifs = (lignes: AutoriteParentale[], jour = JOUR) =>
  evaluateAutorite(lignes, jour, NAISSANCE).contradictions.map(({ motif }) => motif);

describe('Exercice de l’autorité parentale', () => {
  it('les deux parents l’exercent ensemble (C. civ. 372)', () => {
    const autorite = evaluateAutorite([ap('mère', 'conjoint'), ap('père', 'conjoint')], JOUR, NAISSANCE);
    expect(autorite).toMatchObject({ mode: 'conjoint', contradictions: [] });
    expect(formatAutorite(autorite)).toBe('autorité parentale exercée ensemble par mère et père');
  });
  it('la mère l’exerce seule, le père en reste titulaire (C. civ. 373-2-1)', () => {
    const autorite = evaluateAutorite([ap('mère', 'seul'), ap('père', 'non-exercee')], JOUR, NAISSANCE);
    expect(autorite.mode).toBe('seul');
    expect(autorite.titulaires).toHaveLength(2);
    expect(autorite.exercants.map(({ nom }) => nom)).toEqual(['mère']);
  });
  it.each([
    ['2024-01-31', 'conjoint'],
    ['2024-02-01', 'seul'],
    ['2024-02-02', 'seul'],
  ])('un jugement du 1er février change l’exercice ce jour-là, pas la veille : %s, %s', (jour, mode) => {
    const lignes = [
      ap('mère', 'conjoint', { au: j('2024-01-31') }),
      ap('père', 'conjoint', { au: j('2024-01-31') }),
      ap('mère seule', 'seul', { du: j('2024-02-01') }),
    ];
    expect(evaluateAutorite(lignes, j(jour), NAISSANCE)).toMatchObject({ mode, contradictions: [] });
  });
  it.each([
    ['2037-03-03', 'seul'],
    ['2037-03-04', 'majeur'],
    ['2037-03-05', 'majeur'],
  ])('elle prend fin le jour des dix-huit ans (C. civ. 388) : %s, %s', (jour, mode) => {
    expect(evaluateAutorite([ap('mère', 'seul')], j(jour), NAISSANCE).mode).toBe(mode);
  });
});

describe('Contradictions signalées, jamais bloquantes', () => {
  it('rien de saisi n’est pas une contradiction', () => {
    expect(evaluateAutorite([], JOUR, NAISSANCE)).toMatchObject({ mode: 'inconnu', contradictions: [] });
  });
  it('personne n’exerce (C. civ. 373, 377)', () => {
    expect(motifs([ap('mère', 'non-exercee')])[0]).toMatch(/^Personne n’exerce/);
  });
  it('deux « seul » (C. civ. 373-2-1)', () => {
    expect(motifs([ap('mère', 'seul'), ap('père', 'seul')])).toEqual([
      'Deux personnes exercent « seules » en même temps.',
    ]);
  });
  it('un « seul » et un « conjoint » (C. civ. 372, 373-2-1)', () => {
    expect(motifs([ap('mère', 'seul'), ap('père', 'conjoint')])[0]).toMatch(/se recouvrent/);
  });
  it('un « conjoint » sans second (C. civ. 372)', () => {
    expect(motifs([ap('mère', 'conjoint')])[0]).toMatch(/une seule personne/);
  });
  it('une délégation totale et un parent qui exerce (C. civ. 377)', () => {
    expect(motifs([ap('mère', 'seul'), ap('tante', 'delegation-totale', { titulaire: false })])[0]).toMatch(
      /Délégation totale/,
    );
  });
  it('une tutelle et un parent qui exerce (C. civ. 411)', () => {
    expect(motifs([ap('mère', 'seul'), ap('département', 'tutelle', { titulaire: false })])[0]).toMatch(
      /Tutelle ouverte/,
    );
  });
  it('un retrait et une titularité (C. civ. 378-1)', () => {
    const lignes = [ap('mère', 'seul'), ap('père', 'retire')];
    expect(motifs(lignes)[0]).toMatch(/retirée/);
    expect(evaluateAutorite(lignes, JOUR, NAISSANCE).titulaires.map(({ nom }) => nom)).toEqual(['mère']);
  });
});
