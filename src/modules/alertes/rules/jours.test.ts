import { expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { isPremierDeLaSemaine, isTravaille } from './jours.ts';

const du = (jour: string) => jourCivil(jour);

test('le résumé du matin suit les jours retenus, sauf fériés ; « tous les jours » n’en saute aucun', () => {
  const vendredi = du('2026-11-20');
  const samedi = du('2026-11-21');
  const noel = du('2026-12-25');
  const saintEtienne = du('2025-12-26');
  expect([vendredi, samedi, noel].map((jour) => isTravaille(jour, 'lundi-vendredi', 'metropole'))).toEqual([
    true,
    false,
    false,
  ]);
  expect(isTravaille(samedi, 'lundi-samedi', 'metropole')).toBe(true);
  expect(isTravaille(noel, 'tous', 'metropole')).toBe(true);
  expect(isTravaille(saintEtienne, 'lundi-vendredi', 'metropole')).toBe(true);
  expect(isTravaille(saintEtienne, 'lundi-vendredi', 'alsace-moselle')).toBe(false);
});

test('la semaine se dit le lundi ; le mardi quand le lundi est férié ; jamais deux fois', () => {
  const premiers = (lundi: string, nombre: number, jours: 'lundi-vendredi' | 'tous' = 'lundi-vendredi') =>
    Array.from({ length: nombre }, (_, rang) =>
      du(`${lundi.slice(0, 8)}${String(Number(lundi.slice(8)) + rang).padStart(2, '0')}`),
    ).filter((jour) => isPremierDeLaSemaine(jour, jours, 'metropole'));
  expect(premiers('2026-11-16', 7)).toEqual(['2026-11-16']);
  // Lundi de Pâques 2026.
  expect(premiers('2026-04-06', 7)).toEqual(['2026-04-07']);
  expect(premiers('2026-04-06', 7, 'tous')).toEqual(['2026-04-06']);
});
