import { beforeAll, expect, test } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { createApi } from '#server/api/create-api.ts';
import { type ClientApi, createClientApi } from '#server/api/testing/client-api.ts';
import { withBase } from '#tests/support/base.ts';
import { api } from './api.ts';

const base = withBase();
let departement: DepartementDEssai;
let client: ClientApi;
let referent: string;
let cadre: string;
let enfantId: string;

beforeAll(async () => {
  departement = await createDepartement(base.executeSql);
  const { nord1, nord } = departement.unites;
  referent = await departement.addAgent('referent-educatif', nord1);
  cadre = await departement.addAgent('cadre-territorial-ase', nord);
  client = createClientApi(createApi({ db: base.db, entrees: api }), base.executeSql);
  const jeton = await client.createJeton(cadre, ['enfants.creer', 'enfants.lire-perimetre', 'perimetre.unite']);
  const { corps } = await client.ask('POST', '/enfants', { jeton, corps: nouvelEnfant(nord) });
  enfantId = corps.id;
});

const nouvelEnfant = (uniteId: string) => ({
  nom: 'Exemple',
  prenom: 'Noé',
  sexe: 'masculin',
  dateNaissance: '2018-03-04',
  naissancePrecision: 'exacte',
  uniteId,
});

test('un jeton ne voit que les enfants des missions de son agent, et seulement si sa portée le permet', async () => {
  const lit = async (agentId: string, portees: Parameters<ClientApi['createJeton']>[1]) =>
    client.ask('GET', `/enfants/${enfantId}`, { jeton: await client.createJeton(agentId, portees) });
  expect((await lit(cadre, ['enfants.lire-perimetre', 'perimetre.unite'])).status).toBe(200);
  expect((await lit(cadre, ['enfants.creer'])).status).toBe(404);
  expect((await lit(referent, ['enfants.lire-mission'])).status).toBe(404);
  const ailleurs = await departement.addAgent('cadre-territorial-ase', departement.unites.sud);
  expect((await lit(ailleurs, ['enfants.lire-perimetre', 'perimetre.unite'])).status).toBe(404);
});

test('lire un dossier s’inscrit au journal comme une consultation, avec le jeton', async () => {
  const jeton = await client.createJeton(cadre, ['enfants.lire-perimetre', 'perimetre.unite']);
  const compte = async () =>
    (
      await base.executeSql<{ n: number }>(
        "select count(*)::int as n from journal.evenement where acte = 'enfants.dossier.consulter' and enfant_id = $1 and detail ? 'jetonApi'",
        [enfantId],
      )
    )[0]?.n ?? 0;
  const avant = await compte();
  const { corps, entetes } = await client.ask('GET', `/enfants/${enfantId}`, { jeton });
  expect(corps.enfant).toMatchObject({ nom: 'Exemple', dateNaissance: '2018-03-04' });
  expect(corps.missions).toMatchObject([{ nature: 'territoire', uniteId: departement.unites.nord }]);
  expect(await compte()).toBe(avant + 1);
  const inchange = { 'if-none-match': entetes.get('etag') ?? '' };
  expect((await client.ask('GET', `/enfants/${enfantId}`, { jeton, entetes: inchange })).status).toBe(304);
  expect(await compte()).toBe(avant + 2);
});

test('la liste et la recherche ne montrent que ce que le jeton voit ; un filtre illisible est refusé', async () => {
  const jeton = await client.createJeton(cadre, ['enfants.lire-perimetre', 'perimetre.unite']);
  const liste = await client.ask('GET', '/enfants?age=6-10&tri=age', { jeton });
  expect(liste.corps).toMatchObject({ total: 1, lignes: [{ id: enfantId, prenom: 'Noé' }] });
  expect((await client.ask('GET', '/enfants?age=vieux', { jeton })).status).toBe(400);
  expect((await client.ask('GET', '/enfants?unite=12', { jeton })).status).toBe(400);
  const trouves = await client.ask('GET', '/enfants/recherche?q=exemple%20noe', { jeton });
  expect(trouves.corps.personnes).toMatchObject([{ id: enfantId }]);
  const sansMission = await client.createJeton(referent, ['enfants.lire-mission']);
  expect((await client.ask('GET', '/enfants', { jeton: sansMission })).corps).toMatchObject({ total: 0 });
  expect((await client.ask('GET', '/enfants/recherche?q=exemple', { jeton: sansMission })).corps).toEqual({
    personnes: [],
  });
});

test('corriger l’identité, entourer l’enfant, donner une mission : les mêmes actes qu’à l’écran', async () => {
  const jeton = await client.createJeton(cadre, [
    'perimetre.unite',
    'enfants.lire-perimetre',
    'enfants.modifier',
    'enfants.affecter',
  ]);
  const adresse = `/enfants/${enfantId}`;
  const lit = async () => client.ask('GET', adresse, { jeton });
  const { uniteId: _, ...identite } = nouvelEnfant('');
  const entetes = { 'if-match': (await lit()).entetes.get('etag') ?? '' };
  const corps = { ...identite, lieuNaissance: 'Amiens' };
  expect((await client.ask('PUT', `${adresse}/identite`, { jeton, corps, entetes })).status).toBe(200);
  const depassee = await client.ask('PUT', `${adresse}/identite`, { jeton, corps, entetes });
  expect(depassee).toMatchObject({ status: 412, corps: { actuel: { 'Lieu de naissance': 'Amiens' } } });
  const actes = {
    proches: {
      nom: 'Exemple',
      prenom: 'Zoé',
      sexe: 'feminin',
      qualite: 'mere',
      filiation: 'etablie',
      du: '2018-03-04',
    },
    statuts: { code: 'autorite-parentale', du: '2026-01-01' },
    'autorites-parentales': { qui: 'prefet', titulaire: false, exercice: 'tutelle', du: '2026-01-01' },
    missions: { nature: 'referent', agentId: referent, du: '2026-11-01' },
  };
  for (const [chemin, saisie] of Object.entries(actes)) {
    expect(await client.ask('POST', `${adresse}/${chemin}`, { jeton, corps: saisie }), chemin).toMatchObject({
      status: 201,
      corps: { enfantId },
    });
  }
  const { corps: dossier } = await lit();
  expect(dossier.liens).toMatchObject([{ qualite: 'mere', personne: { prenom: 'Zoé' } }]);
  const [mission] = dossier.missions.filter(({ nature }: { nature: string }) => nature === 'referent');
  const fin = { version: mission.version, au: '2026-11-30' };
  expect((await client.ask('PUT', `/enfants/missions/${mission.id}/fin`, { jeton, corps: fin })).status).toBe(200);
  expect((await client.ask('PUT', `/enfants/missions/${mission.id}/fin`, { jeton, corps: fin })).status).toBe(409);
  const sansDroit = await client.createJeton(referent, ['enfants.lire-mission']);
  expect((await client.ask('POST', `${adresse}/statuts`, { jeton: sansDroit, corps: actes.statuts })).status).toBe(404);
});
