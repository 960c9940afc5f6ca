import { describe, expect, it } from 'vitest';
import { evaluateSaisine, isUrgent } from './saisine.ts';

const SAISINE = { motif: 'refus-famille', actionsMenees: 'AED refusée', argumentaire: 'Danger' } as const;
const RAPPORT = { evaluationImpossible: false };
const FAITS = { rapport: RAPPORT, mineurs: [{ rencontreImpossible: false }] };
const articles = (verdict: ReturnType<typeof evaluateSaisine>) =>
  verdict.issue === 'accepte'
    ? verdict.avertissements.flatMap(({ textes }) => textes.map(({ article }) => article))
    : null;

describe('Aviser le parquet suppose un motif, des arguments et les actions déjà menées (CASF L226-4 I)', () => {
  it('complète, elle vaut', () =>
    expect(evaluateSaisine(SAISINE, FAITS)).toMatchObject({ issue: 'accepte', avertissements: [] }));
  it.each([
    ['motif', 'motifSaisine', 'IP-030'],
    ['actionsMenees', 'actionsMenees', 'IP-032'],
    ['argumentaire', 'argumentaire', 'IP-020'],
  ])('sans %s, elle est incomplète et dit sa règle', (champ, manque, regle) => {
    const verdict = evaluateSaisine({ ...SAISINE, [champ]: null }, FAITS);
    expect(verdict).toMatchObject({ issue: 'incomplet', manque: [manque], motif: expect.stringContaining(regle) });
  });
  it('le danger impossible à évaluer se lit au rapport, ou la règle avertit', () => {
    const saisine = { ...SAISINE, motif: 'evaluation-impossible' } as const;
    expect(articles(evaluateSaisine(saisine, FAITS))).toEqual(['L226-4 I']);
    expect(articles(evaluateSaisine(saisine, { ...FAITS, rapport: { evaluationImpossible: true } }))).toEqual([]);
    expect(articles(evaluateSaisine(saisine, { ...FAITS, mineurs: [{ rencontreImpossible: true }] }))).toEqual([]);
  });
});

it('tant que rien n’est décidé, un signalement est urgent (CASF L226-4 I)', () => {
  expect(isUrgent('recue')).toBe(true);
  expect(isUrgent('en-validation')).toBe(true);
  expect(isUrgent('decidee')).toBe(false);
});
