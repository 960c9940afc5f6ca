import { expect, test } from 'vitest';
import { createApi } from '#server/api/create-api.ts';
import { createClientApi } from '#server/api/testing/client-api.ts';
import { withBase } from '#tests/support/base.ts';
import { createDepartement } from '../testing/departement-factory.ts';
import { anEnfant } from '../testing/enfant-factory.ts';
import { api } from './api.ts';

const base = withBase();

test('restreindre un dossier et lever la restriction, par qui suit l’enfant et peut protéger, sous la version lue', async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  const pole = await addAgent('responsable-pole', unites.departement);
  const cadre = await addAgent('cadre-territorial-ase', unites.nord);
  const client = createClientApi(createApi({ db: base.db, entrees: api }), base.executeSql);
  const enfantId = await anEnfant().surLeTerritoire(unites.nord1).insert(base.executeSql);
  const adresse = `/enfants/${enfantId}/restriction`;
  const corps = { version: 1, nommes: [pole], motif: 'Enfant d’un agent du service.' };
  const sansDroit = await client.createJeton(cadre, ['perimetre.unite', 'enfants.lire-perimetre']);
  expect((await client.ask('PUT', adresse, { jeton: sansDroit, corps })).status).toBe(404);
  const jeton = await client.createJeton(pole, ['perimetre.unite', 'enfants.lire-perimetre', 'enfants.proteger']);
  expect((await client.ask('PUT', adresse, { jeton, corps })).status).toBe(200);
  expect((await client.ask('PUT', `${adresse}/levee`, { jeton, corps: { version: 1 } })).status).toBe(409);
  expect((await client.ask('PUT', `${adresse}/levee`, { jeton, corps: { version: 2 } })).status).toBe(200);
});
