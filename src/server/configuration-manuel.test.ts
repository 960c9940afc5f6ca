import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildManuel } from './configuration-manuel.ts';

it('docs/exploitation.md dit toutes les variables (sinon : node docs/generate-configuration.mjs)', () => {
  const texte = readFileSync(new URL('../../docs/exploitation.md', import.meta.url), 'utf8');
  expect(buildManuel(texte)).toBe(texte);
});
