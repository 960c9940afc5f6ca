import { expect, test } from 'vitest';
import {
  buildSaisie,
  countBlocs,
  findApresGeste,
  listBlocs,
  parseGesteDeLien,
  parseGesteDePiece,
  updateReconnu,
} from './blocs.ts';

const tape = {
  faits: 'Elle a peur.',
  'mineurs.0.prenom': '',
  'mineurs.0.role': 'signale',
  'mineurs.1.prenom': 'Lou',
  'mineurs.1.aNaitre': ['oui'],
  'mineurs.10.prenom': 'Max',
  'adultes.0.qualite': 'mere',
};

test('les blocs se lisent dans l’ordre des enfants, pas des lettres', () => {
  expect(listBlocs(tape, 'mineurs').map(({ prenom }) => prenom)).toEqual(['', 'Lou', 'Max']);
});

test('un bloc où rien ne décrit personne disparaît, et les rangs rendus sont ceux que l’acte lit', () => {
  const { valeurs, mineurs, adultes } = buildSaisie(tape);
  expect(mineurs).toEqual([{ prenom: 'Lou', aNaitre: ['oui'] }, { prenom: 'Max' }]);
  expect(adultes).toEqual([{ qualite: 'mere' }]);
  expect(valeurs).toMatchObject({ faits: 'Elle a peur.', 'mineurs.0.prenom': 'Lou', 'mineurs.1.prenom': 'Max' });
  expect(valeurs).not.toHaveProperty(['mineurs.10.prenom']);
});

test('ajouter un enfant garde tout ce qui est tapé ; en retirer un ne touche que lui', () => {
  const plus = findApresGeste(tape, 'ajouter-mineurs') ?? {};
  expect(countBlocs(plus, 'mineurs', 2)).toBe(4);
  expect(listBlocs(plus, 'mineurs')[1]).toEqual({ prenom: 'Lou', aNaitre: ['oui'] });
  const moins = findApresGeste(tape, 'retirer-mineurs-1') ?? {};
  expect(listBlocs(moins, 'mineurs').map(({ prenom }) => prenom)).toEqual(['', 'Max']);
  expect(listBlocs(moins, 'adultes')).toEqual([{ qualite: 'mere' }]);
});

test('ce qui n’est pas un geste de bloc n’en est pas un', () => {
  expect(findApresGeste(tape, 'garder')).toBeUndefined();
  expect(findApresGeste(tape, 'ajouter-faits')).toBeUndefined();
});

const CONNU = '019a0000-0000-7000-8000-000000000000';

test('relier un bloc à une personne connue se défait sans rien perdre d’autre', () => {
  const relie = updateReconnu(tape, { groupe: 'mineurs', rang: 1 }, { id: CONNU, qui: 'MARTIN Lou' });
  expect(listBlocs(relie, 'mineurs')[1]).toEqual({
    prenom: 'Lou',
    aNaitre: ['oui'],
    enfantId: CONNU,
    reconnu: 'MARTIN Lou',
  });
  expect(listBlocs(updateReconnu(relie, { groupe: 'mineurs', rang: 1 }, null), 'mineurs')[1]).toEqual({
    prenom: 'Lou',
    aNaitre: ['oui'],
  });
});

test('le geste de lien dit quel bloc et qui', () => {
  expect(parseGesteDeLien(`relier-adultes-2-${CONNU}`)).toEqual({ groupe: 'adultes', rang: 2, personneId: CONNU });
  expect(parseGesteDeLien('delier-mineurs-0')).toEqual({ groupe: 'mineurs', rang: 0, personneId: null });
  for (const geste of ['relier-mineurs-0', `delier-mineurs-0-${CONNU}`, 'verifier', ''])
    expect(parseGesteDeLien(geste)).toBeUndefined();
});

test('un geste qui retire un document le nomme par son identifiant, et rien d’autre', () => {
  expect(parseGesteDePiece('retirer-piece-019a0000-0000-7000-8000-000000000000')).toBe(
    '019a0000-0000-7000-8000-000000000000',
  );
  for (const geste of ['retirer-piece-', 'retirer-piece-1', 'retirer-mineurs-1', 'verifier', ''])
    expect(parseGesteDePiece(geste)).toBeUndefined();
});
