import { beforeAll, expect, test } from 'vitest';
import { createApi } from '#server/api/create-api.ts';
import { type ClientApi, createClientApi } from '#server/api/testing/client-api.ts';
import type { Habilitation } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { aMesure, type MesurePosee } from '../testing/mesure-factory.ts';
import { createMondeDesMesures, type MondeDesMesures } from '../testing/monde-mesures.ts';
import { api } from './api.ts';

const base = withBase();
const ENCADREMENT: Habilitation[] = ['enfants.lire-perimetre', 'perimetre.unite'];
let monde: MondeDesMesures;
let client: ClientApi;
let aemo: MesurePosee;
let placement: MesurePosee;

beforeAll(async () => {
  monde = await createMondeDesMesures(base.executeSql);
  client = createClientApi(createApi({ db: base.db, entrees: api }), base.executeSql);
  const enfantId = await monde.addEnfant();
  const mesure = (code: string) => aMesure(code).pour(enfantId).porteePar(monde.d.unites.nord);
  aemo = await mesure('AEMO')
    .decidee({ le: '2026-01-10', au: '2026-07-09' })
    .debutLe('2026-01-20')
    .insert(base.executeSql);
  placement = await mesure('PLACEMENT_ASE')
    .decidee({ le: '2026-11-01', au: '2027-10-31', confieA: 'ase' })
    .enAttente('2026-11-02', 'sans-place', 'Foyer')
    .insert(base.executeSql);
});

const ask = async (agentId: string, portees: Habilitation[], chemin: string) =>
  client.ask('GET', chemin, { jeton: await client.createJeton(agentId, portees) });

test('la liste est celle de la page, sous les mêmes droits ; un filtre illisible est refusé', async () => {
  const { cadre, ailleurs } = monde.agents;
  expect((await ask(cadre, ENCADREMENT, '/mesures?vue=echues')).corps).toMatchObject({
    total: 1,
    lignes: [{ id: aemo.id, code: 'AEMO', etat: 'echue-sans-decision', au: '2026-07-09' }],
  });
  expect((await ask(ailleurs, ENCADREMENT, '/mesures?vue=toutes')).corps).toMatchObject({ total: 0 });
  expect((await ask(cadre, ['mesures.recevoir'], '/mesures')).status).toBe(404);
  for (const illisible of ['etat=perdue', 'unite=12', 'vue=rien', 'couleur=bleue'])
    expect((await ask(cadre, ENCADREMENT, `/mesures?${illisible}`)).status, illisible).toBe(400);
});

test('ordonné, pas exécuté : l’attente, sa raison, qui tient la suite', async () => {
  expect((await ask(monde.agents.cadre, ENCADREMENT, '/mesures/ordonnees-pas-executees')).corps).toMatchObject({
    total: 1,
    lignes: [{ id: placement.id, attente: 20, raison: 'sans-place', detenteur: 'Foyer' }],
  });
});

test('une mesure rend son histoire et sa version ; chaque lecture est au journal ; absente et interdite se ressemblent', async () => {
  const { cadre, ailleurs } = monde.agents;
  const { corps, entetes, status } = await ask(cadre, ENCADREMENT, `/mesures/${placement.id}`);
  expect(status).toBe(200);
  expect(corps).toMatchObject({
    periode: { du: '2026-11-01', au: '2027-10-31' },
    decisions: [{ nature: 'initiale', confieA: 'ase', corrigee: false }],
    execution: [{ nature: 'attente', raison: 'sans-place' }],
  });
  expect(entetes.get('etag')).toMatch(/^"v1-/);
  const traces = await base.executeSql(
    "select 1 from journal.evenement where acte = 'mesures.consulter' and objet_id = $1 and detail ? 'jetonApi'",
    [placement.id],
  );
  expect(traces).toHaveLength(1);
  expect((await ask(ailleurs, ENCADREMENT, `/mesures/${placement.id}`)).status).toBe(404);
  expect((await ask(cadre, ENCADREMENT, `/mesures/${createIdentifiant()}`)).status).toBe(404);
});
