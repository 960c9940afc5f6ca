import { beforeAll, expect, test } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { createApi } from '#server/api/create-api.ts';
import { type ClientApi, createClientApi } from '#server/api/testing/client-api.ts';
import type { Habilitation } from '#shared/habilitation.ts';
import { withBase } from '#tests/support/base.ts';
import { anInformation, type InformationPosee } from '../testing/information-factory.ts';
import { api } from './api.ts';

const base = withBase();
let d: DepartementDEssai;
let client: ClientApi;
let crip: string;
let cadre: string;
let auNord: InformationPosee;
let auSud: InformationPosee;

const CELLULE: Habilitation[] = ['ip.recueillir', 'ip.lire-auteur'];
const ENCADREMENT: Habilitation[] = ['ip.lire-perimetre', 'perimetre.unite'];

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  crip = await d.addAgent('agent-crip', d.unites.departement);
  cadre = await d.addAgent('cadre-territorial-ase', d.unites.nord);
  client = createClientApi(createApi({ db: base.db, entrees: api }), base.executeSql);
  const enEvaluation = anInformation().etat('en-evaluation').recueLe('2026-10-31').avecMineur({ prenom: 'Lou' });
  auNord = await enEvaluation.dansUnite(d.unites.nord1).anonyme('M. Voisin').insert(base.executeSql);
  auSud = await anInformation().dansUnite(d.unites.sud1).insert(base.executeSql);
});

const ask = async (agentId: string, portees: Habilitation[], chemin: string, entetes: Record<string, string> = {}) =>
  client.ask('GET', chemin, { jeton: await client.createJeton(agentId, portees), entetes });
const ids = (corps: { lignes: { id: string }[] }) => corps.lignes.map(({ id }) => id).sort();

test('la liste ne montre que ce que le jeton peut voir, et n’existe pas sans la portée', async () => {
  const toutes = await ask(crip, CELLULE, '/informations');
  expect(ids(toutes.corps)).toEqual([auNord.id, auSud.id].sort());
  expect((await ask(cadre, ENCADREMENT, '/informations')).corps).toMatchObject({
    total: 1,
    lignes: [
      {
        id: auNord.id,
        numero: auNord.numero,
        etat: 'en-evaluation',
        terme: '2027-01-31',
        mineurs: [{ rang: 1, nom: 'Essai', prenom: 'Lou' }],
      },
    ],
  });
  expect((await ask(cadre, ['enfants.lire-perimetre', 'perimetre.unite'], '/informations')).status).toBe(404);
  expect((await ask(cadre, ['ip.recueillir'], '/informations')).status).toBe(404);
});

test('les filtres sont ceux de la page ; un filtre illisible est refusé, les pages se suivent', async () => {
  const lues = async (recherche: string) => (await ask(crip, CELLULE, `/informations?${recherche}`)).corps;
  expect(ids(await lues('etat=recue'))).toEqual([auSud.id]);
  expect(ids(await lues(`unite=${d.unites.nord}`))).toEqual([auNord.id]);
  expect(ids(await lues(`q=${auSud.numero}`))).toEqual([auSud.id]);
  expect(await lues('vue=closes')).toMatchObject({ total: 0, lignes: [] });
  for (const illisible of ['etat=perdue', 'unite=12', 'vue=rien', 'couleur=bleue'])
    expect((await ask(crip, CELLULE, `/informations?${illisible}`)).status, illisible).toBe(400);
  const page = await ask(crip, CELLULE, '/informations?taille=1&tri=recue&page=2');
  expect(page.corps).toMatchObject({ total: 2, page: 2, pages: 2, lignes: [{ id: auSud.id }] });
  expect(page.entetes.get('link')).toContain('rel="prev"');
});

test('une fiche dit où en est l’information, ce qui est dû et par quel calcul', async () => {
  const { corps, entetes, status } = await ask(cadre, ENCADREMENT, `/informations/${auNord.id}`);
  expect(status).toBe(200);
  expect(corps.information).toMatchObject({ numero: auNord.numero, echeance: '2027-01-31', recueLe: '2026-10-31' });
  expect(corps.horloges).toMatchObject([{ titre: 'Évaluation à achever', pour: '2027-01-31', faiteLe: null }]);
  expect(corps.actes).toMatchObject([{ acte: 'recevoir' }]);
  expect(corps.information).not.toHaveProperty('fermee');
  expect(entetes.get('etag')).toMatch(/^"v1-/);
  expect((await ask(cadre, ENCADREMENT, `/informations/${auSud.id}`)).status).toBe(404);
  expect((await ask(cadre, ['enfants.lire-perimetre'], `/informations/${auNord.id}`)).status).toBe(404);
});

test('qui a demandé l’anonymat n’est rendu qu’à la cellule, et sous la portée qui le permet', async () => {
  const auteur = async (agentId: string, portees: Habilitation[]) =>
    (await ask(agentId, portees, `/informations/${auNord.id}`)).corps.auteur;
  expect(await auteur(crip, CELLULE)).toMatchObject({ nom: 'M. Voisin', anonymatDemande: true });
  expect(await auteur(crip, ['ip.recueillir'])).toBeNull();
  expect(await auteur(cadre, [...ENCADREMENT, 'ip.lire-auteur'])).toBeNull();
});

test('relire une information inchangée rend 304, et chaque lecture est au journal avec le jeton', async () => {
  const compte = async () =>
    (
      await base.executeSql<{ n: number }>(
        "select count(*)::int as n from journal.evenement where acte = 'informations.consulter' and objet_id = $1 and detail ? 'jetonApi'",
        [auSud.id],
      )
    )[0]?.n ?? 0;
  const avant = await compte();
  const { entetes } = await ask(crip, CELLULE, `/informations/${auSud.id}`);
  const connue = { 'if-none-match': entetes.get('etag') ?? '' };
  expect((await ask(crip, CELLULE, `/informations/${auSud.id}`, connue)).status).toBe(304);
  expect(await compte()).toBe(avant + 2);
  await base.executeSql("update ip.information set urgence = 'elevee', version = version + 1 where id = $1", [
    auSud.id,
  ]);
  const changee = await ask(crip, CELLULE, `/informations/${auSud.id}`, connue);
  expect(changee).toMatchObject({ status: 200, corps: { information: { urgence: 'elevee', version: 2 } } });
});
