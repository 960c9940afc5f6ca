import { describe, expect, it } from 'vitest';
import { computeApresLecture, computeApresReponse, type Ecriture } from './ecriture.ts';
import type { RubriqueVue } from './redaction-view.ts';

const aRubrique = (texte: string, version: number): RubriqueVue => ({
  code: 'analyse',
  titre: 'L’analyse',
  aide: '',
  requise: false,
  texte,
  version,
  empreinte: `empreinte de ${texte}`,
  signature: 'Bruno Agent',
});
const enEcriture = (plus: Partial<Ecriture> = {}): Ecriture => ({
  texte: 'Un.',
  base: aRubrique('', 0),
  autre: null,
  envoye: 'Un.',
  quand: '',
  ...plus,
});
const ecrite = (version: number) => ({
  ecrites: [{ code: 'analyse', version, empreinte: 'neuve', quand: 'à 14 h 03' }],
  conflits: [],
});
const conflit = (texte: string, version: number) => ({ ecrites: [], conflits: [aRubrique(texte, version)] });

describe('La réponse d’un enregistrement', () => {
  it('enregistre ce qui est parti, non ce qui a été tapé depuis', () =>
    expect(computeApresReponse(enEcriture({ texte: 'Un. Deux.' }), 'analyse', ecrite(1))).toMatchObject({
      texte: 'Un. Deux.',
      base: { texte: 'Un.', version: 1, empreinte: 'neuve' },
      quand: 'à 14 h 03',
    }));
  it('tardive, alors qu’un autre a écrit : les deux textes sont là, et l’on écrit toujours sur ce que l’on avait lu', () =>
    expect(computeApresReponse(enEcriture({ texte: 'Un. Deux.' }), 'analyse', conflit('De Bruno.', 1))).toMatchObject({
      texte: 'Un. Deux.',
      autre: { texte: 'De Bruno.' },
      base: { version: 0 },
    }));
  it('plus ancienne que ce que l’on a déjà, ne ramène pas en arrière', () => {
    const aJour = enEcriture({ texte: 'Trois.', base: aRubrique('Trois.', 3) });
    for (const reponse of [ecrite(2), conflit('Deux.', 2)])
      expect(computeApresReponse(aJour, 'analyse', reponse)).toMatchObject({
        texte: 'Trois.',
        base: { texte: 'Trois.', version: 3 },
        autre: null,
      });
  });
  it('le même texte écrit par un autre n’est pas un conflit', () =>
    expect(computeApresReponse(enEcriture({ texte: 'Un.\n' }), 'analyse', conflit('Un.', 1))).toMatchObject({
      autre: null,
      base: { texte: 'Un.\n', version: 1 },
    }));
  it('ne dit rien de cette rubrique : le serveur avait déjà ce texte', () =>
    expect(computeApresReponse(enEcriture(), 'analyse', { ecrites: [], conflits: [] }).base.texte).toBe('Un.'));
});

describe('La page relue', () => {
  it('montre ce qu’un autre a écrit là où l’on n’a pas touché', () =>
    expect(computeApresLecture(enEcriture({ texte: '', envoye: null }), aRubrique('De Bruno.', 1)).texte).toBe(
      'De Bruno.',
    ));
  it('ne remplace jamais ce que l’on tape, ni un texte à départager', () => {
    expect(computeApresLecture(enEcriture(), aRubrique('De Bruno.', 1))).toEqual(enEcriture());
    const aDepartager = enEcriture({ texte: '', autre: aRubrique('De Bruno.', 1) });
    expect(computeApresLecture(aDepartager, aRubrique('De Bruno.', 1))).toEqual(aDepartager);
  });
});
