import { describe, expect, it } from 'vitest';
import { type Candidat, computeEquipe, evaluateEquipe } from './equipe.ts';

const c = (id: string, metier: string, plus: Partial<Candidat> = {}): Candidat => ({
  id,
  nom: id,
  metier,
  enCours: 0,
  enRetard: 0,
  absent: false,
  ...plus,
});

describe('Deux évaluateurs de métiers qui se complètent (CASF D226-2-5)', () => {
  it('deux métiers différents : rien à dire', () => {
    expect(evaluateEquipe([{ metier: 'psychologue' }, { metier: 'puericultrice' }])).toMatchObject({
      issue: 'accepte',
      avertissements: [],
    });
  });
  it.each([
    ['un seul évaluateur', [{ metier: 'psychologue' }]],
    ['deux du même métier', [{ metier: 'psychologue' }, { metier: 'psychologue' }]],
    ['personne', []],
  ])('%s : la règle avertit, sans refuser, car le texte est à confirmer', (_, equipe) => {
    const verdict = evaluateEquipe(equipe);
    expect(verdict.issue).toBe('accepte');
    expect(verdict.issue === 'accepte' && verdict.avertissements).toHaveLength(1);
  });
});

describe('L’équipe proposée', () => {
  it('prend le moins chargé, puis le moins chargé d’un autre métier', () => {
    const equipe = computeEquipe([
      c('a', 'educateur', { enCours: 3 }),
      c('b', 'educateur', { enCours: 1 }),
      c('d', 'psychologue', { enCours: 4 }),
    ]);
    expect(equipe.map(({ id }) => id)).toEqual(['b', 'd']);
  });
  it('compte une évaluation en retard pour deux', () => {
    const equipe = computeEquipe([
      c('a', 'educateur', { enCours: 2, enRetard: 2 }),
      c('b', 'educateur', { enCours: 3 }),
      c('d', 'psychologue'),
    ]);
    expect(equipe.map(({ id }) => id)).toEqual(['d', 'b']);
  });
  it('laisse les absents, et rend ce qu’elle trouve', () => {
    expect(computeEquipe([c('a', 'educateur', { absent: true }), c('b', 'educateur')]).map(({ id }) => id)).toEqual([
      'b',
    ]);
    expect(computeEquipe([c('a', 'educateur'), c('b', 'educateur')])).toHaveLength(2);
    expect(computeEquipe([])).toEqual([]);
  });
});
