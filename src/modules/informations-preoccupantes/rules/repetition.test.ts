import { expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { findRepetition } from './repetition.ts';

const recue = (jour: string, nature: 'meme-enfant' | 'fratrie' | 'adresse' | 'nouvel-element' = 'meme-enfant') => ({
  recueLe: jourCivil(jour),
  nature,
});

test.each([
  ['la veille de la fenêtre', '2025-11-20', null],
  ['le premier jour', '2025-11-21', 2],
  ['le jour même', '2026-11-21', 2],
  ['reçue ensuite', '2026-11-22', null],
])('la répétition se compte sur douze mois : %s', (_, jour, rang) => {
  expect(findRepetition(jourCivil('2026-11-21'), [recue(jour)])?.rang ?? null).toBe(rang);
});

test('un 29 février regarde au 28 février de l’année d’avant', () => {
  expect(findRepetition(jourCivil('2028-02-29'), [recue('2027-02-28')])).toEqual({ rang: 2, depuis: '2027-02-28' });
  expect(findRepetition(jourCivil('2028-02-29'), [recue('2027-02-27')])).toBeNull();
});

test('le même enfant et sa fratrie comptent ; la seule adresse et un élément nouveau, non', () => {
  const liees = [
    recue('2026-10-01'),
    recue('2026-09-01', 'fratrie'),
    recue('2026-08-01', 'adresse'),
    recue('2026-07-01', 'nouvel-element'),
  ];
  expect(findRepetition(jourCivil('2026-11-21'), liees)?.rang).toBe(3);
});
