import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  caseCochee,
  choixSaisi,
  identifiantFacultatif,
  identifiantSaisi,
  jourFacultatif,
  nombreSaisi,
  texteFacultatif,
  texteSaisi,
} from './champ-saisi.ts';

const message = (schema: z.ZodType, brut: unknown) => schema.safeParse(brut).error?.issues[0]?.message;

test('un texte obligatoire perd ses espaces de trop, et vide dit ce qui manque', () => {
  expect(texteSaisi('Indiquez le nom.').parse('  La  Tour ')).toBe('La Tour');
  expect(message(texteSaisi('Indiquez le nom.'), '   ')).toBe('Indiquez le nom.');
  expect(message(texteSaisi('Indiquez le nom.'), undefined)).toBe('Indiquez le nom.');
  expect(message(texteSaisi('Indiquez le nom.', 3), 'abcd')).toBe('3 caractères au plus.');
});

test('un champ vide est un champ absent', () => {
  const Saisie = z.object({ t: texteFacultatif(), j: jourFacultatif(), i: identifiantFacultatif() });
  expect(Saisie.parse({ t: ' ', j: '', i: '' })).toEqual({ t: null, j: null, i: null });
  expect(Saisie.parse({})).toEqual({ t: null, j: null, i: null });
  expect(Saisie.parse({ j: '21/11/2026' }).j).toBe('2026-11-21');
  expect(Saisie.safeParse({ j: '31/11/2026' }).error?.issues[0]?.message).toContain('n’existe pas');
});

test('un choix, un identifiant, un nombre et une case se lisent et se refusent en français', () => {
  expect(message(choixSaisi({ a: 'A' }, 'Choisissez.'), 'b')).toBe('Choisissez.');
  expect(message(identifiantSaisi('Choisissez une unité.'), '')).toBe('Choisissez une unité.');
  expect(message(identifiantSaisi('Choisissez une unité.'), undefined)).toBe('Choisissez une unité.');
  const quotite = nombreSaisi('Entre 1 et 100.', { minimum: 1, maximum: 100 });
  expect(quotite.parse('62,5')).toBe(62.5);
  expect(message(quotite, '')).toBe('Entre 1 et 100.');
  expect(message(quotite, 'beaucoup')).toBe('Entre 1 et 100.');
  for (const machine of ['1e1', '0x10', 'Infinity']) expect(message(quotite, machine)).toBe('Entre 1 et 100.');
  expect(message(quotite, '101')).toBe('Entre 1 et 100.');
  const prix = nombreSaisi('Un prix.', { minimum: 1, maximum: 100 }, 'Pas plus de 100 €.');
  expect([message(prix, '101'), message(prix, '0'), message(prix, 'cher')]).toEqual([
    'Pas plus de 100 €.',
    'Un prix.',
    'Un prix.',
  ]);
  const cases = [undefined, '', 'non', [], 'oui', 'on', true, ['oui']];
  expect(cases.map((v) => caseCochee.parse(v))).toEqual([false, false, false, false, true, true, true, true]);
});
