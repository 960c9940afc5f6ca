import { beforeAll, expect, test } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { listEcheances as listEcheancesAcces } from '#modules/acces/index.server.ts';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { listEcheances as listEcheancesEnfants } from './echeances-queries.server.ts';

const base = withBase();
const agents = { cadre: '', referent: '', pole: '' };
let sud = '';

beforeAll(async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  agents.cadre = await addAgent('cadre-territorial-ase', unites.nord);
  agents.referent = await addAgent('referent-educatif', unites.nord1);
  agents.pole = await addAgent('responsable-pole', unites.departement);
  sud = unites.sud1;
  const suivi = anEnfant().surLeTerritoire(unites.nord1);
  await suivi.nomme('Sans', 'Suivi').insert(base.executeSql);
  await suivi.nomme('Bien', 'Suivi').suiviPar(agents.referent).insert(base.executeSql);
  await suivi.nomme('Bientot', 'Majeure').ne('2008-12-21').suiviPar(agents.referent).insert(base.executeSql);
  await suivi.nomme('Plus', 'Tard').ne('2008-12-22').suiviPar(agents.referent).insert(base.executeSql);
  await anEnfant().nomme('Ailleurs', 'Sans').surLeTerritoire(sud).insert(base.executeSql);
});

const listEcheances = async (contexte: Contexte) => [
  ...(await listEcheancesAcces(contexte)),
  ...(await listEcheancesEnfants(contexte)),
];

const voir = async (agentId: string) =>
  (await base.asAgent(agentId, listEcheances)).map(({ regle, pour, qui }) => `${regle} ${pour} ${qui.nom}`).toSorted();

test('la majorité des enfants que l’on suit s’annonce trente jours avant, pas trente et un', async () => {
  expect(await voir(agents.cadre)).toEqual(['TPS-07 2026-12-21 BIENTOT Majeure']);
  expect(await voir(agents.referent)).toEqual(['TPS-07 2026-12-21 BIENTOT Majeure']);
});

test('les ouvertures en urgence à revoir font une échéance par mois, pour qui les revoit et n’en est pas l’auteur', async () => {
  const [enfant] = await base.executeSql<{ id: string }>('select id from enfants.enfant limit 1');
  const ouvrir = (agentId: string, le: string) =>
    base.executeSql(
      "insert into enfants.bris_de_glace (id, enfant_id, agent_id, motif, explication, ouvert_le, expire_le) values ($1, $2, $3, 'urgence', 'pour un essai', $4::timestamptz, $4::timestamptz + interval '1 day')",
      [createIdentifiant(), enfant?.id, agentId, le],
    );
  await ouvrir(agents.referent, '2026-10-03T10:00:00Z');
  await ouvrir(agents.referent, '2026-10-31T23:30:00Z');
  await ouvrir(agents.pole, '2026-09-03T10:00:00Z');
  const dues = (await base.asAgent(agents.pole, listEcheances)).filter(({ regle }) => regle === 'SEC-003');
  // Le 31 octobre à 23 h 30 UTC est déjà le 1er novembre à Paris.
  expect(dues.map(({ pour, libelle }) => `${pour} ${libelle}`)).toEqual([
    '2026-11-05 Revoir 1 ouverture en urgence',
    '2026-12-05 Revoir 1 ouverture en urgence',
  ]);
});
