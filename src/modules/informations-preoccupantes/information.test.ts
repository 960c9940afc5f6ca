import { expect, it } from 'vitest';
import { parseNumeroInformation } from './information.ts';

it.each([
  ['IP-2026-00042', 'IP-2026-00042'],
  ['ip-2026-42', 'IP-2026-00042'],
  [' IP 2026 00042 ', 'IP-2026-00042'],
  ['2026-00042', 'IP-2026-00042'],
  ['IP-2026-100042', 'IP-2026-100042'],
])('« %s » se lit %s', (texte, numero) => {
  expect(parseNumeroInformation(texte)).toBe(numero);
});

it.each(['2026-42', '42', 'IP', 'IP-2026', '2026-11-02', 'Martin 2026-00042', ''])(
  '« %s » n’en est pas un',
  (texte) => {
    expect(parseNumeroInformation(texte)).toBeNull();
  },
);
