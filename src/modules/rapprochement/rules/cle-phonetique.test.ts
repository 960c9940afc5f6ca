import { describe, expect, it } from 'vitest';
import { computeClePhonetique, computeCleTranscription } from './cle-phonetique.ts';

describe('la clé phonétique française', () => {
  it.each([
    ['gauthier', 'gotier'],
    ['lefebvre', 'lefebvres'],
    ['philippe', 'filipe'],
    ['mathieu', 'matthieu'],
    ['thibault', 'tibo'],
    ['renaud', 'reno'],
    ['hernandez', 'ernandes'],
    ['katherine', 'catherine'],
    ['quentin', 'kantin'],
    ['jeoffrey', 'joffrei'],
    ['dupont', 'dupon'],
    ['bourgeois', 'bourjois'],
    ['gaëlle'.normalize('NFD').replace(/\p{M}/gu, ''), 'gael'],
    ['chloe', 'kloe'],
    ['cyril', 'siril'],
  ])('« %s » et « %s » se prononcent pareil', (a, b) => {
    expect(computeClePhonetique(a)).toBe(computeClePhonetique(b));
  });

  it.each([
    ['martin', 'marin'],
    ['lea', 'leo'],
    ['dupont', 'dupuis'],
    ['simon', 'samson'],
    ['anais', 'ines'],
    ['louis', 'luis'],
  ])('« %s » et « %s » ne se prononcent pas pareil', (a, b) => {
    expect(computeClePhonetique(a)).not.toBe(computeClePhonetique(b));
  });
});

describe('la clé de transcription', () => {
  it.each([
    ['mohamed', 'muhammad'],
    ['mohammed', 'mouhamed'],
    ['abdelkader', 'abdulkader'],
    ['khalid', 'kalid'],
    ['cherif', 'sherif'],
  ])('« %s » et « %s » sont le même nom passé par un autre alphabet', (a, b) => {
    expect(computeCleTranscription(a)).toBe(computeCleTranscription(b));
  });

  it('ne dit rien d’un nom de moins de trois consonnes', () => {
    expect(computeCleTranscription('lea')).toBe('');
  });
});
