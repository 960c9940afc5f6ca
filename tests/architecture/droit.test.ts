import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildDroit } from './droit.ts';

const racine = fileURLToPath(new URL('../..', import.meta.url));

test('docs/droit.md dit les règles telles qu’elles sont (sinon : node docs/generate-droit.mjs)', () => {
  expect(readFileSync(`${racine}docs/droit.md`, 'utf8')).toBe(buildDroit(racine));
});
