import { expect, test } from 'vitest';
import { listJoursFeriesDuDepartement } from './jour-ferie.ts';

test('onze fêtes légales en métropole (C. trav. L3133-1)', () => {
  const { libelle, jours } = listJoursFeriesDuDepartement('80', 2026);
  expect(libelle).toBe('Métropole');
  expect(jours).toHaveLength(11);
  expect(jours[0]).toEqual({ jour: '2026-01-01', nom: expect.any(String), semaine: 'jeudi' });
});

test('le Bas-Rhin a le Vendredi saint et le 26 décembre (C. trav. L3134-13)', () => {
  const { libelle, jours } = listJoursFeriesDuDepartement('67', 2026);
  expect(libelle).toBe('Alsace-Moselle');
  expect(jours.map(({ jour }) => jour)).toEqual(expect.arrayContaining(['2026-04-03', '2026-12-26']));
});

test('La Réunion a le 20 décembre', () => {
  expect(listJoursFeriesDuDepartement('974', 2026).jours.at(-2)?.jour).toBe('2026-12-20');
});
