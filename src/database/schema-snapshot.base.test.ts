import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { withBase } from '#tests/support/base.ts';
import { buildSchema } from './schema-snapshot.ts';

const base = withBase();

it('database/schema.sql dit le schéma tel qu’il est (sinon : node database/generate-schema.mjs <base migrée>)', async () => {
  const ecrit = await readFile(new URL('../../database/schema.sql', import.meta.url), 'utf8');
  expect(await buildSchema(base.urlProprietaire)).toBe(ecrit);
});
