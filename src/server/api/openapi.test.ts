import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  caseCochee,
  identifiantFacultatif,
  jourFacultatif,
  nombreSaisi,
  texteFacultatif,
} from '#shared/champ-saisi.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { API } from './entrees.ts';
import { buildOpenApi, type Operation } from './openapi.ts';
import { buildSchemaJson, type SchemaJson } from './schema-json.ts';

const description = JSON.parse(JSON.stringify(buildOpenApi(API)));
const operations = Object.entries(description.paths as Record<string, Record<string, Operation>>).flatMap(
  ([chemin, methodes]) =>
    Object.entries(methodes).map(([methode, operation]) => ({ nom: `${methode} ${chemin}`, operation })),
);

test('la description est de l’OpenAPI 3.1 valable, dit un validateur indépendant', async () => {
  const validateur = new Validator();
  const { valid, errors } = await validateur.validate(structuredClone(description));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(validateur.version).toBe('3.1');
});

test('chaque entrée a son adresse, son nom et son titre, à elle seule', () => {
  expect(operations).toHaveLength(API.length);
  const noms = operations.map(({ operation }) => operation.operationId);
  expect(new Set(noms).size).toBe(noms.length);
  for (const { nom, operation } of operations) expect(operation.summary, nom).toMatch(/^\p{Lu}.{5,}/u);
});

test.each(operations)('$nom décrit tout ce qu’elle prend et rend', ({ operation }) => {
  const sansType: string[] = [];
  const sansTexte: string[] = [];
  for (const { name, description: texte, schema } of operation.parameters) {
    if (!texte) sansTexte.push(name);
    walk(schema, name, { sansType, sansTexte });
  }
  const schemas = [operation.requestBody, ...Object.values(operation.responses)].flatMap((partie) =>
    partie && 'content' in partie ? Object.values(partie.content ?? {}).map(({ schema }) => schema as SchemaJson) : [],
  );
  for (const schema of schemas) walk(schema, 'corps', { sansType, sansTexte });
  expect({ sansType, sansTexte }).toEqual({ sansType: [], sansTexte: [] });
});

type Manques = { sansType: string[]; sansTexte: string[] };

function walk(schema: SchemaJson, ou: string, manques: Manques): void {
  const { type, anyOf, properties, items, additionalProperties } = schema;
  if (!type && !anyOf && !schema.enum && schema.const === undefined && !schema.$ref) manques.sansType.push(ou);
  for (const choix of anyOf ?? []) walk(choix, ou, manques);
  if (items) walk(items, `${ou}[]`, manques);
  if (typeof additionalProperties === 'object') walk(additionalProperties as SchemaJson, `${ou}{}`, manques);
  for (const [nom, champ] of Object.entries(properties ?? {})) {
    if (!champ.description) manques.sansTexte.push(`${ou}.${nom}`);
    walk(champ, `${ou}.${nom}`, manques);
  }
}

test('l’ETag que réclame un acte est celui d’une fiche qui porte sa version', () => {
  const fiches = API.flatMap((entree) => (entree.genre === 'lecture' && entree.version ? [entree.chemin] : []));
  const actes = API.flatMap((entree) => (entree.genre === 'acte' && entree.fiche ? [entree] : []));
  expect(actes.length).toBeGreaterThan(0);
  for (const { chemin, fiche, champs } of actes) {
    expect(fiches, chemin).toContain(fiche);
    expect(champs, chemin).toHaveProperty('version');
  }
});

test('ce que les gens tapent s’écrit en JSON avec son vrai type', () => {
  const saisie = z.object({
    jour: jourCivilSaisi(),
    fin: jourFacultatif(),
    texte: texteFacultatif(20),
    lien: identifiantFacultatif(),
    quotite: nombreSaisi('Un nombre.', { minimum: 1, maximum: 100 }),
    coche: caseCochee,
  });
  const { required, properties } = buildSchemaJson(saisie, 'input', { jour: 'Premier jour.' });
  expect(required).toEqual(['jour', 'quotite']);
  expect(properties).toMatchObject({
    jour: { type: 'string', format: 'date', description: 'Premier jour.' },
    fin: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
    texte: { type: ['string', 'null'] },
    lien: { anyOf: [{ type: 'string', format: 'uuid' }, { type: 'null' }] },
    quotite: { type: 'number', minimum: 1, maximum: 100 },
    coche: { type: 'boolean' },
  });
});
