import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { compareIdentites, computeCleIdentite, type IdentiteComparee } from './ressemblance.ts';

const zoe: IdentiteComparee = {
  nom: 'de La Tour',
  nomUsage: null,
  prenom: 'Zoé',
  sexe: 'feminin',
  dateNaissance: jourCivil('2015-04-03'),
};
const degre = (autre: Partial<IdentiteComparee>) => compareIdentites(zoe, { ...zoe, ...autre }).degre;

describe('deux identités sont la même personne', () => {
  it('certainement, quelles que soient la casse, les accents et les particules', () => {
    expect(degre({ nom: 'LATOUR', prenom: 'ZOE' })).toBe('certaine');
    expect(degre({ sexe: 'inconnu' })).toBe('certaine');
    expect(computeCleIdentite(zoe)).toBe(computeCleIdentite({ ...zoe, nom: 'LA-TOUR', prenom: 'zoe' }));
  });

  it('peut-être : date inversée ou absente, nom d’usage, nom et prénom inversés, sexe contraire', () => {
    expect(degre({ dateNaissance: jourCivil('2015-03-04') })).toBe('douteuse');
    expect(degre({ dateNaissance: null })).toBe('douteuse');
    expect(degre({ nom: 'Martin', nomUsage: 'Latour' })).toBe('douteuse');
    expect(degre({ nom: 'Zoé', prenom: 'Latour' })).toBe('douteuse');
    expect(degre({ sexe: 'masculin' })).toBe('douteuse');
  });

  it('non : un jumeau d’un autre prénom, même proche, un homonyme né un autre jour', () => {
    expect(degre({ prenom: 'Zoa' })).toBe('aucune');
    expect(degre({ dateNaissance: jourCivil('2015-04-04') })).toBe('aucune');
    expect(degre({ nom: 'Autre' })).toBe('aucune');
  });
});
