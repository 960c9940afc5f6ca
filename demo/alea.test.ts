import { describe, expect, test } from 'vitest';
import { createAlea } from './alea.ts';
import {
  addAnnees,
  computeAge,
  computeJourOuvre,
  computeJourSemaine,
  formatNumero,
  parseNumero,
} from './calendrier.ts';

describe('le hasard reproductible', () => {
  test('le même chemin donne les mêmes tirages, un autre chemin en donne d’autres', () => {
    const tirer = (...chemin: (string | number)[]) => Array.from({ length: 20 }, createAlea(...chemin).reel);
    expect(tirer(1, 'enfants', 42)).toEqual(tirer(1, 'enfants', 42));
    expect(tirer(1, 'enfants', 42)).not.toEqual(tirer(1, 'enfants', 43));
    expect(tirer(1, 'enfants', 42)).not.toEqual(tirer(2, 'enfants', 42));
  });

  test('les identifiants ont la forme uuid v7 et ne se répètent pas', () => {
    const alea = createAlea('identifiants');
    const tires = Array.from({ length: 5000 }, () => alea.identifiant(parseNumero('2020-02-29')));
    expect(new Set(tires).size).toBe(5000);
    for (const id of tires) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('les poids sont respectés', () => {
    const alea = createAlea('poids');
    const compte = { a: 0, b: 0 };
    for (let i = 0; i < 20_000; i++) compte[alea.pondere({ a: 3, b: 1 })]++;
    expect(compte.a / 20_000).toBeCloseTo(0.75, 1);
  });
});

describe('les jours en entiers', () => {
  test('aller et retour sur un siècle, années bissextiles comprises', () => {
    for (let n = parseNumero('1926-01-01'); n <= parseNumero('2030-12-31'); n += 1)
      expect(parseNumero(formatNumero(n))).toBe(n);
    expect(formatNumero(parseNumero('2024-02-28') + 1)).toBe('2024-02-29');
  });

  test('le 21 novembre 2026 est un samedi, le jour ouvré suivant un lundi', () => {
    expect(computeJourSemaine(parseNumero('2026-11-21'))).toBe(6);
    expect(formatNumero(computeJourOuvre(parseNumero('2026-11-21')))).toBe('2026-11-23');
    expect(formatNumero(computeJourOuvre(parseNumero('2026-11-22')))).toBe('2026-11-23');
    expect(formatNumero(computeJourOuvre(parseNumero('2026-11-20')))).toBe('2026-11-20');
  });

  test('l’âge change le jour de l’anniversaire', () => {
    expect(computeAge(parseNumero('2008-11-21'), parseNumero('2026-11-20'))).toBe(17);
    expect(computeAge(parseNumero('2008-11-21'), parseNumero('2026-11-21'))).toBe(18);
    expect(formatNumero(addAnnees(parseNumero('2008-02-29'), 18))).toBe('2026-02-28');
  });
});
