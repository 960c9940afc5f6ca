import { expect, test } from 'vitest';
import { computeVoisin, formatCompte, readTexte } from './recherche-view.ts';

test('il faut deux caractères pour chercher ; les blancs en trop ne comptent pas', () => {
  expect(readTexte('http://marelle/recherche')).toEqual({ texte: '', assez: false });
  expect(readTexte('http://marelle/recherche?q=+a+')).toEqual({ texte: 'a', assez: false });
  expect(readTexte('http://marelle/recherche?q=+lou++anne+')).toEqual({ texte: 'lou anne', assez: true });
});

test('le compte dit combien de réponses, et de quelle nature', () => {
  const trouvailles = [{ href: '/a', titre: 'a' }];
  expect(formatCompte([])).toBe('Aucune réponse');
  expect(formatCompte([{ titre: 'Agents', ordre: 1, trouvailles }])).toBe('1 réponse : agents 1');
});

test('les flèches vont d’un résultat à l’autre sans faire le tour', () => {
  expect(computeVoisin('ArrowDown', -1, 3)).toBe(0);
  expect(computeVoisin('ArrowDown', 2, 3)).toBeUndefined();
  expect(computeVoisin('ArrowUp', 1, 3)).toBe(0);
  expect(computeVoisin('Enter', 0, 3)).toBeUndefined();
});
