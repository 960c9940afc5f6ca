import { describe, expect, it } from 'vitest';
import { computeRetenue, formatPoints, readRessemblancesSaisies } from './ressemblances-view.ts';

const certaine = { id: 'a', verdict: 'certain' } as const;
const douteuse = { id: 'b', verdict: 'a-verifier' } as const;
const saisies = (distinctes: string[], motif = '') => ({ distinctes, motif });

describe('avant de créer une personne', () => {
  it('une fiche trop ressemblante retient tant qu’on n’en a rien dit', () => {
    expect(computeRetenue([certaine, douteuse], saisies([]))).toHaveProperty('');
    expect(computeRetenue([certaine, douteuse], saisies(['b'], 'Vu avec la mère.'))).toHaveProperty('');
  });

  it('dite autre avec une raison, elle ne retient plus ; sans raison, la raison est demandée', () => {
    expect(computeRetenue([certaine, douteuse], saisies(['a'], 'Deux actes de naissance.'))).toBeNull();
    expect(computeRetenue([certaine], saisies(['a']))).toEqual({ motifDistinction: 'Dites à quoi on le sait.' });
  });

  it('une fiche à vérifier ne retient personne', () => {
    expect(computeRetenue([douteuse], saisies([]))).toBeNull();
  });
});

it('une case cochée seule ou plusieurs se lisent de même', () => {
  expect(readRessemblancesSaisies({ distinctes: 'a', motifDistinction: ' vu ' })).toEqual(saisies(['a'], 'vu'));
  expect(readRessemblancesSaisies({ distinctes: ['a', 'b'] })).toEqual(saisies(['a', 'b']));
  expect(readRessemblancesSaisies({})).toEqual(saisies([]));
});

it('les points ont leur signe', () => {
  expect([10.24, -3.1, 0].map(formatPoints)).toEqual(['+10,2', '−3,1', '']);
});
