/** Les alertes d'une crèche, d'une information, et d'une personne relayée ou absente. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asAgent } from '#database/as-agent.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import { computeEmpreinteJeton } from '#server/session.ts';
import { withBase } from '#tests/support/base.ts';
import { addRelais, createCreche, createEquipe, type EquipeDEssai } from '../testing/equipe-factory.ts';
import { recordPublication } from './publication.server.ts';
import { recordCalendrier } from './reglages-commands.server.ts';
import { recordTournee } from './tournee.server.ts';

const base = withBase();
const ADRESSE = 'https://marelle.example';
let e: EquipeDEssai;
let creche: Awaited<ReturnType<typeof createCreche>>;
let information: string;

beforeAll(async () => {
  e = await createEquipe(base.executeSql);
  creche = await createCreche(base.executeSql, e);
  const { nord1 } = e.unites;
  information = (
    await anInformation()
      .dansUnite(nord1)
      .avecMineur({ nom: 'Besson', prenom: 'Nour' })
      .etat('en-evaluation')
      .insert(base.executeSql)
  ).id;
});
beforeEach(async () => {
  for (const table of ['courriel', 'escalade', 'tournee', 'rendez_vous'])
    await base.executeSql(`delete from alertes.${table}`);
  await base.executeSql(
    'delete from organisation.avis; delete from echeances.echeance; delete from organisation.absence; delete from enfants.relais',
  );
});

const run = () => base.asSystem(({ tx, aujourdhui }) => recordTournee(tx, { adresse: ADRESSE, aujourdhui }));
const listCourriels = (nature: string) =>
  base.executeSql<{ agent: string; corps: string }>(
    'select agent_id as agent, corps from alertes.courriel where nature = $1 order by rang',
    [nature],
  );
const listEscalades = () =>
  base.executeSql('select agent_id, superieur_id, niveau from alertes.escalade order by niveau');
const absenter = (agentId: string) =>
  base.executeSql(
    "insert into organisation.absence (id, agent_id, periode) values (gen_random_uuid(), $1, '[2026-11-20,2026-12-06)')",
    [agentId],
  );
const listRendezVous = (agentId: string) => base.asAgent(agentId, recordPublication);

describe('une échéance de crèche', () => {
  const due = { regle: 'EAJE-T', pour: '2026-11-01', agentId: null, gravite: 'critique' } as const;
  const chez = () => ({ etablissementId: creche.id, uniteId: creche.unite });

  test('va le matin à sa direction, sous le nom de la crèche ; son retard est porté à la responsable du territoire', async () => {
    await e.addEcheance({ ...due, ...chez(), acteur: 'creche' });
    await run();
    const matins = await listCourriels('matin');
    expect(matins.map(({ agent }) => agent)).toEqual([creche.directrice.agentId]);
    expect(matins[0]?.corps).toContain('Crèche des Tilleuls');
    expect(matins[0]?.corps).toContain(`${ADRESSE}/creches/${creche.id}`);
    expect(await listEscalades()).toEqual([
      { agent_id: creche.directrice.agentId, superieur_id: creche.territoire.agentId, niveau: 1 },
    ]);
  });

  test('due par la petite enfance, elle va à la responsable du territoire, et monte au-dessus', async () => {
    await e.addEcheance({ ...due, ...chez(), acteur: 'petite-enfance' });
    await run();
    expect((await listCourriels('matin')).map(({ agent }) => agent)).toEqual([creche.territoire.agentId]);
    expect(await listEscalades()).toEqual([
      { agent_id: creche.territoire.agentId, superieur_id: e.pole.agentId, niveau: 1 },
    ]);
  });

  test('la responsable du territoire absente, l’escalade passe au-dessus', async () => {
    await absenter(creche.territoire.agentId);
    await e.addEcheance({ ...due, ...chez(), acteur: 'creche' });
    await run();
    expect(await listEscalades()).toEqual([
      { agent_id: creche.directrice.agentId, superieur_id: e.pole.agentId, niveau: 1 },
    ]);
  });

  test('se publie à sa direction, et à personne d’autre', async () => {
    await e.addEcheance({ ...due, ...chez(), acteur: 'creche', pour: '2026-12-01' });
    expect(await listRendezVous(creche.directrice.agentId)).toMatchObject([
      { quand: '2026-12-01', titre: expect.stringContaining('Crèche des Tilleuls'), lien: `/creches/${creche.id}` },
    ]);
    expect(await listRendezVous(creche.territoire.agentId)).toEqual([]);
    const { secret } = await base.asAgent(creche.directrice.agentId, (contexte) =>
      executeCommand(contexte, recordCalendrier, {}),
    );
    const publies = await asAgent(base.db, { empreinteCalendrier: computeEmpreinteJeton(secret) }, recordPublication);
    expect(publies).toMatchObject([{ quand: '2026-12-01', lien: `/creches/${creche.id}` }]);
    expect(await listRendezVous(e.cadre.agentId)).toEqual([]);
  });
});

describe('une échéance d’information', () => {
  test('sans agent nommé, va à qui répond de l’évaluation, sous les initiales du mineur ; son retard monte', async () => {
    await e.addEcheance({
      ...{ informationId: information, regle: 'IP-010', pour: '2026-11-01' },
      ...{ acteur: 'evaluateurs', agentId: null, gravite: 'critique' },
    });
    await run();
    const [matin, ...autres] = await listCourriels('matin');
    expect([matin?.agent, autres]).toEqual([e.cadre.agentId, []]);
    expect(matin?.corps).toContain('N. B.');
    expect(matin?.corps).not.toMatch(/Besson|Nour/);
    expect(matin?.corps).toContain(`${ADRESSE}/informations/${information}`);
    expect(await listEscalades()).toEqual([{ agent_id: e.cadre.agentId, superieur_id: e.pole.agentId, niveau: 1 }]);
  });
});

describe('une personne relayée', () => {
  test('ce qu’elle doit se dit aussi à qui la relaie ; son retard reste porté une fois, à son supérieur', async () => {
    await absenter(e.referente.agentId);
    await addRelais(base.executeSql, e.referente.agentId, e.collegue.agentId);
    await e.addEcheance({ pour: '2026-11-01', gravite: 'critique' });
    await run();
    const matins = (await listCourriels('matin')).map(({ agent }) => agent).sort();
    expect(matins).toEqual([e.referente.agentId, e.collegue.agentId].sort());
    expect(await listEscalades()).toEqual([
      { agent_id: e.referente.agentId, superieur_id: e.cadre.agentId, niveau: 1 },
    ]);
  });

  test('un dossier restreint ne se relaie pas, ni un relais fini', async () => {
    await addRelais(base.executeSql, e.referente.agentId, e.collegue.agentId);
    await e.addEcheance({ pour: '2026-11-01', restreint: true });
    await run();
    expect((await listCourriels('matin')).map(({ agent }) => agent)).toEqual([e.referente.agentId]);
    for (const table of ['courriel', 'tournee']) await base.executeSql(`delete from alertes.${table}`);
    await base.executeSql(
      "delete from echeances.echeance; update enfants.relais set periode = '[2026-11-01,2026-11-23)'",
    );
    await e.addEcheance({ pour: '2026-11-01' });
    await run();
    expect((await listCourriels('matin')).map(({ agent }) => agent)).toEqual([e.referente.agentId]);
  });

  test('ses échéances et ses audiences paraissent au calendrier de qui la relaie, le temps du relais', async () => {
    await e.addEcheance({ pour: '2026-12-01' });
    await base.executeSql(
      `insert into mesures.acte (id, enfant_id, type, le, donnees, par_id) values (gen_random_uuid(), $1, 'audience', '2026-12-02', '{}', $2)`,
      [e.lou, e.cadre.agentId],
    );
    await base.executeSql("delete from echeances.echeance where regle <> 'PPE-002'");
    expect(await listRendezVous(e.collegue.agentId)).toEqual([]);
    await addRelais(base.executeSql, e.referente.agentId, e.collegue.agentId);
    const pendant = await listRendezVous(e.collegue.agentId);
    expect(pendant.map(({ quand, annuleLe }) => [quand, annuleLe])).toEqual([
      ['2026-12-01', null],
      ['2026-12-02', null],
    ]);
    await base.executeSql("update enfants.relais set periode = '[2026-11-01,2026-11-23)'");
    const apres = await listRendezVous(e.collegue.agentId);
    expect(apres.every(({ annuleLe }) => annuleLe !== null)).toBe(true);
    await base.executeSql('delete from mesures.acte');
  });
});

test('une personne absente garde ses courriels ; son supérieur absent, son retard monte au-dessus', async () => {
  await absenter(e.referente.agentId);
  await absenter(e.cadre.agentId);
  await e.addEcheance({ pour: '2026-11-01', gravite: 'critique' });
  await run();
  expect((await listCourriels('matin')).map(({ agent }) => agent)).toEqual([e.referente.agentId]);
  expect(await listEscalades()).toEqual([{ agent_id: e.referente.agentId, superieur_id: e.pole.agentId, niveau: 1 }]);
});
