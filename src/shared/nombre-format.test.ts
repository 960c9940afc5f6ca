import { expect, test } from 'vitest';
import { formatDecimales } from './nombre-format.ts';

test.each([
  [1234.5, 2, '1 234,50'],
  [1234.5, 0, '1 235'],
  [0.04, 1, '0,0'],
  [-3, 1, '−3,0'],
  [-38_132.4, 0, '−38 132'],
  [-0.04, 1, '0,0'],
] as const)('%d avec %d décimales se lit « %s »', (nombre, decimales, texte) => {
  expect(formatDecimales(nombre, decimales).replaceAll('\u202f', ' ')).toBe(texte);
});
