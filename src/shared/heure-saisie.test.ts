import { expect, test } from 'vitest';
import { heureSaisie, parseHeure } from './heure-saisie.ts';

test.each([
  ['14:30', '14:30'],
  ['14h30', '14:30'],
  ['14 h 30', '14:30'],
  ['14\u00a0h\u00a005', '14:05'],
  ['9h', '09:00'],
  ['9', '09:00'],
  ['0905', '09:05'],
  ['23:59', '23:59'],
  ['00:00', '00:00'],
])('« %s » se lit %s', (texte, heure) => {
  expect(parseHeure(texte)).toBe(heure);
});

test.each(['', '24:00', '12:60', 'midi', '14:3', '-1:00', '14:30:00'])('« %s » n’est pas une heure', (texte) => {
  expect(parseHeure(texte)).toBeUndefined();
  expect(heureSaisie().safeParse(texte).success).toBe(false);
});
