import { beforeAll, expect, test } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { createApi } from '#server/api/create-api.ts';
import { type ClientApi, createClientApi } from '#server/api/testing/client-api.ts';
import { withBase } from '#tests/support/base.ts';
import { api } from './api.ts';

const base = withBase();
let departement: DepartementDEssai;
let client: ClientApi;
let cadre: string;
let ailleurs: string;
let enfantId: string;
const PORTEES = ['perimetre.unite', 'enfants.lire-perimetre', 'enfants.modifier', 'enfants.fusionner'] as const;

beforeAll(async () => {
  departement = await createDepartement(base.executeSql);
  cadre = await departement.addAgent('responsable-territoire-enfance', departement.unites.nord);
  ailleurs = await departement.addAgent('responsable-territoire-enfance', departement.unites.sud);
  client = createClientApi(createApi({ db: base.db, entrees: api }), base.executeSql);
  enfantId = await anEnfant().surLeTerritoire(departement.unites.nord1).insert(base.executeSql);
});

test('un foyer, son adresse et ses membres s’écrivent comme à l’écran, et seulement de qui voit l’enfant', async () => {
  const corps = { libelle: 'Chez sa grand-mère', residence: 'principale', du: '2026-01-01', communeNom: 'Saint-Lô' };
  const etranger = await client.createJeton(ailleurs, PORTEES);
  expect((await client.ask('POST', `/personnes/${enfantId}/foyers`, { jeton: etranger, corps })).status).toBe(404);
  const jeton = await client.createJeton(cadre, PORTEES);
  const cree = await client.ask('POST', `/personnes/${enfantId}/foyers`, { jeton, corps });
  expect(cree.status).toBe(201);
  const adresse = `/personnes/foyers/${cree.corps.menageId}/adresses`;
  expect((await client.ask('POST', adresse, { jeton, corps: { du: '2026-06-01', codePostal: '5' } })).status).toBe(400);
  const nouvelle = { du: '2026-06-01', voie: '3 rue des Lilas', codePostal: '50000', communeNom: 'Saint-Lô' };
  expect((await client.ask('POST', adresse, { jeton, corps: nouvelle })).status).toBe(201);
});

test('deux fiches se réunissent et se séparent', async () => {
  const jeton = await client.createJeton(cadre, PORTEES);
  const autreId = await anEnfant().surLeTerritoire(departement.unites.nord1).insert(base.executeSql);
  const corps = { gardeeId: enfantId, absorbeeId: autreId, motif: 'Même acte de naissance.' };
  const fusion = await client.ask('POST', '/personnes/fusions', { jeton, corps });
  expect(fusion).toMatchObject({ status: 201, corps: { gardeeId: enfantId } });
  const separation = `/personnes/fusions/${fusion.corps.fusionId}/separation`;
  expect(await client.ask('PUT', separation, { jeton, corps: {} })).toMatchObject({
    status: 200,
    corps: { absorbeeId: autreId },
  });
});
