import { beforeAll, expect, test } from 'vitest';
import { createOrganisationEssai, type OrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { createApi } from '#server/api/create-api.ts';
import { type ClientApi, createClientApi } from '#server/api/testing/client-api.ts';
import { withBase } from '#tests/support/base.ts';
import { executeTravail } from '../data/travail.server.ts';
import { api } from './api.ts';

const base = withBase();
let o: OrganisationEssai;
let client: ClientApi;
let jeton: string;

beforeAll(async () => {
  o = await base.asSystem(({ tx }) => createOrganisationEssai(tx));
  client = createClientApi(createApi({ db: base.db, entrees: api }), base.executeSql);
  jeton = await client.createJeton(o.agents.administrateur.agentId, ['reprise.importer']);
});

const base64 = (texte: string) => Buffer.from(texte, 'utf8').toString('base64');
const FICHIER = [
  'Nom;Prénom;Sexe;Né(e) le',
  'Exemple;Lou;F;01/02/1990',
  'Exemple;Noé;M;31/02/1991',
  'Exemple;Lou;F;02/01/1990',
].join('\n');
const depot = (champs: object = {}) => ({
  nature: 'personnes',
  fichierNom: 'personnes.csv',
  contenu: base64(FICHIER),
  ...champs,
});

test('déposer, lire l’essai, reprendre et annuler se font par l’API comme à l’écran, en travail de fond', async () => {
  const { status, entetes, corps } = await client.ask('POST', '/reprise/importations', { jeton, corps: depot() });
  expect(status).toBe(201);
  expect(entetes.get('location')).toBe(`/api/v1/reprise/importations/${corps.id}`);
  const adresse = `/reprise/importations/${corps.id}`;
  const demandes = await base.executeSql<{ travail: string; cle: string }>(
    "select travail, cle from travaux.demande where travail like 'reprise.%'",
  );
  expect(demandes).toEqual([{ travail: 'reprise.importation.faire', cle: corps.id }]);
  await executeTravail(base.db, corps.id);
  const essai = await client.ask('GET', adresse, { jeton });
  expect(essai.corps).toMatchObject({
    etat: 'analysee',
    comptes: { creee: 1, douteuse: 1, refusee: 1 },
    entetes: expect.any(Array),
  });
  expect(essai.corps.creeLe).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/);
  const refusees = await client.ask('GET', `${adresse}/lignes?etat=refusee`, { jeton });
  expect(refusees.corps).toMatchObject({
    total: 1,
    lignes: [{ numero: 3, refus: [{ colonne: 'Né(e) le', motif: expect.stringContaining('existe pas') }] }],
  });
  const decisions = { 4: 'creer' };
  expect((await client.ask('PUT', `${adresse}/decisions`, { jeton, corps: { decisions } })).status).toBe(200);
  for (const mot of ['execution', 'annulation']) {
    expect((await client.ask('PUT', `${adresse}/${mot}`, { jeton, corps: {} })).status).toBe(200);
    await executeTravail(base.db, corps.id);
  }
  expect((await client.ask('GET', adresse, { jeton })).corps).toMatchObject({
    etat: 'annulee',
    comptes: { ecrites: 2, annulees: 2 },
  });
  expect((await client.ask('PUT', `${adresse}/relance`, { jeton, corps: {} })).status).toBe(422);
  expect((await client.ask('GET', '/reprise/importations', { jeton })).corps).toMatchObject({ total: 1 });
});

test('les colonnes se disent par l’API, et ce qui se reprend s’y lit', async () => {
  const { corps } = await client.ask('POST', '/reprise/importations', {
    jeton,
    corps: depot({ contenu: base64('Blaze;Petit nom;Sexe\nExemple;Lou;F') }),
  });
  const adresse = `/reprise/importations/${corps.id}`;
  await executeTravail(base.db, corps.id);
  expect((await client.ask('GET', adresse, { jeton })).corps.etat).toBe('illisible');
  const titres = { Blaze: 'nom', 'Petit nom': 'prenom', Sexe: 'sexe' };
  const dit = await client.ask('PUT', `${adresse}/colonnes`, { jeton, corps: { titres, nom: 'essai' } });
  expect(dit.status).toBe(200);
  await executeTravail(base.db, corps.id);
  expect((await client.ask('GET', adresse, { jeton })).corps.comptes.creee).toBe(1);
  const { corps: natures } = await client.ask('GET', '/reprise/natures', { jeton });
  expect(natures.natures).toHaveLength(4);
});

test('un fichier illisible ou trop gros se dit, et qui n’importe pas ne trouve rien', async () => {
  const refuse = async (champs: object) =>
    (await client.ask('POST', '/reprise/importations', { jeton, corps: depot(champs) })).corps.erreurs;
  expect(await refuse({ contenu: '@@@' })).toEqual([
    { champ: 'contenu', message: 'Choisissez un fichier .csv ou .xlsx.' },
  ]);
  const dix = 'A'.repeat(4 * Math.ceil((10 * 1024 * 1024 + 1) / 3));
  expect(await refuse({ contenu: dix })).toEqual([{ champ: 'contenu', message: 'Ce fichier dépasse dix mégaoctets.' }]);
  const enorme = await client.ask('POST', '/reprise/importations', { jeton, corps: depot({ contenu: dix + dix }) });
  expect(enorme).toMatchObject({ status: 413, corps: { detail: 'Le corps de la requête dépasse 14 Mo.' } });
  const autre = await client.createJeton(o.agents.cadreNord.agentId, ['reprise.importer']);
  for (const chemin of ['/reprise/natures', '/reprise/importations'])
    expect((await client.ask('GET', chemin, { jeton: autre })).status).toBe(404);
  expect((await client.ask('POST', '/reprise/importations', { jeton: autre, corps: depot() })).status).toBe(404);
});
