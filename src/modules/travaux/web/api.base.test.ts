import { beforeAll, expect, test } from 'vitest';
import { createOrganisationEssai, type OrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { createApi } from '#server/api/create-api.ts';
import { type ClientApi, createClientApi } from '#server/api/testing/client-api.ts';
import { closePassage, recordTravaux, startPassage } from '#server/jobs/passage.ts';
import type { Travail } from '#server/jobs/travail.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { api } from './api.ts';

const base = withBase();
let o: OrganisationEssai;
let client: ClientApi;
const NUIT: Travail = {
  nom: 'essai.nuit.passer',
  titre: 'Passer',
  heure: { heures: 2, minutes: 0 },
  run: async () => '',
};

beforeAll(async () => {
  o = await base.asSystem(({ tx }) => createOrganisationEssai(tx));
  await recordTravaux(base.db, [NUIT]);
  const passage = await startPassage(base.db, NUIT, { fileId: createIdentifiant(), essai: 1 });
  await closePassage(base.db, NUIT, passage, { issue: 'fait', bilan: '3 avis' });
  client = createClientApi(createApi({ db: base.db, entrees: api }), base.executeSql);
});

test('un système qui surveille lit les travaux et leurs passages ; il n’en relance que s’il en a la portée', async () => {
  const { agentId } = o.agents.administrateur;
  const lit = await client.createJeton(agentId, ['travaux.lire']);
  const { corps } = await client.ask('GET', '/travaux', { jeton: lit });
  expect(corps.travaux).toMatchObject([{ nom: NUIT.nom, heure: '02:00', dernier: { issue: 'fait', bilan: '3 avis' } }]);
  const passages = await client.ask('GET', `/travaux/passages?travail=${NUIT.nom}&issue=fait`, { jeton: lit });
  expect(passages.corps).toMatchObject({ total: 1, lignes: [{ travail: NUIT.nom, essai: 1 }] });
  const relance = (jeton: string) => client.ask('POST', '/travaux/relances', { jeton, corps: { travail: NUIT.nom } });
  expect((await relance(lit)).status).toBe(404);
  const tout = await client.createJeton(agentId, ['travaux.lire', 'travaux.relancer']);
  expect((await relance(tout)).status).toBe(201);
  expect((await relance(tout)).status).toBe(422);
  expect((await client.ask('GET', '/travaux', { jeton: tout })).corps.travaux[0].attendu).toBe(true);
});

test('sans la portée, un jeton ne voit aucun travail', async () => {
  const jeton = await client.createJeton(o.agents.administrateur.agentId, ['journal.lire']);
  expect((await client.ask('GET', '/travaux', { jeton })).corps).toEqual({ travaux: [] });
  expect((await client.ask('GET', '/travaux/passages', { jeton })).corps.total).toBe(0);
});
