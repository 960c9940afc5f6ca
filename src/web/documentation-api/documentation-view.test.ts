import { expect, test } from 'vitest';
import { API } from '#server/api/entrees.ts';
import { buildOpenApi } from '#server/api/openapi.ts';
import { buildGroupes, formatType } from './documentation-view.ts';

const groupes = buildGroupes(buildOpenApi(API), 'http://localhost:3000');
const entrees = groupes.flatMap((groupe) => groupe.entrees);

test('chaque entrée de l’API est sur la page, une fois, rangée par sujet', () => {
  expect(groupes.map(({ titre }) => titre)).toEqual(expect.arrayContaining(['Journal', 'Organisation']));
  expect(entrees).toHaveLength(API.length);
  expect(new Set(entrees.map(({ id }) => id)).size).toBe(entrees.length);
});

test('un acte montre une commande à copier, ses champs exigés et l’en-tête de version', () => {
  const correction = entrees.find(({ id }) => id === 'organisation-agent-corriger');
  expect(correction?.exemple).toContain("curl 'http://localhost:3000/api/v1/organisation/agents/0");
  expect(correction?.exemple).toContain('-X PUT');
  expect(correction?.exemple).toContain('If-Match');
  expect(correction?.exemple).toContain('"metier": "exemple"');
  expect(correction?.exemple).not.toContain('version');
});

test('une lecture exige ses paramètres dans l’exemple, et décrit sa réponse jusqu’aux champs des listes', () => {
  const signataires = entrees.find(({ chemin }) => chemin === '/organisation/signataires');
  expect(signataires?.exemple).toMatch(/acte=ip\.decider&uniteId=0/);
  const agents = entrees.find(({ chemin, methode }) => chemin === '/organisation/agents' && methode === 'GET');
  expect(agents?.reponse.map(({ nom }) => nom)).toEqual(expect.arrayContaining(['total', 'lignes[].matricule']));
});

test('les types se lisent en français', () => {
  expect(formatType({ anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] })).toBe(
    'jour (AAAA-MM-JJ) ou nul',
  );
  expect(formatType({ type: 'array', items: { type: 'string', enum: ['a'], 'x-libelles': { a: 'Un' } } })).toBe(
    'liste de : parmi : a (Un)',
  );
  expect(formatType({ type: 'integer', minimum: 1, maximum: 200 })).toBe('entier (de 1 à 200)');
});
