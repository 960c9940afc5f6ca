import { beforeAll, expect, it } from 'vitest';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { listDuesCalculees } from '#modules/echeances/data/dues-calculees.server.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';

const base = withBase();
const qui = {} as Record<'absent' | 'collegue', string>;

beforeAll(async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  qui.absent = await addAgent('referent-educatif', unites.nord1);
  qui.collegue = await addAgent('referent-educatif', unites.nord1);
  for (const [agentId, prenom, restreint] of [
    [qui.absent, 'Confié', false],
    [qui.absent, 'Protégé', true],
    [qui.collegue, 'Sien', false],
  ] as const) {
    const enfant = anEnfant({ restreint }).nomme('Essai', prenom).suiviPar(agentId);
    const id = await enfant.insert(base.executeSql);
    await base.executeSql(
      `insert into echeances.echeance (enfant_id, regle, cle, depuis, pour, statut, acteur, libelle, gravite, agent_id, restreint)
       values ($1, 'PPE-001', '1', '2026-11-01', '2026-11-25', 'ouverte', 'referent', 'essai', 'normale', $2, $3)`,
      [id, agentId, restreint],
    );
  }
});

const addRelais = (periode: string) =>
  base.executeSql(
    "insert into enfants.relais (id, agent_id, relais_id, periode, motif, par_id) values ($1, $2, $3, $4, 'essai', $2)",
    [createIdentifiant(), qui.absent, qui.collegue, periode],
  );
const listSiennes = () =>
  base.asAgent(qui.collegue, async (contexte) =>
    (await listDuesCalculees(contexte, 'moi'))
      .map((due) => `${due.qui.nom}, ${due.pour}, ${due.qui.detail}`)
      .toSorted(),
  );

it('le collègue trouve dans sa journée ce qui est dû aux enfants qu’il relaie, au même jour, marqué « pour » le référent (CON-001)', async () => {
  const absent = 'Agent Essai referent-educatif';
  expect(await listSiennes()).toEqual([`ESSAI Sien, 2026-11-25, ${absent}`]);
  await addRelais('[2026-11-22,2026-11-30)');
  expect(await listSiennes(), 'pas avant le premier jour').toHaveLength(1);
  await addRelais('[2026-11-20,2026-11-22)');
  expect(await listSiennes()).toEqual([
    `ESSAI Confié, 2026-11-25, pour ${absent}`,
    `ESSAI Sien, 2026-11-25, ${absent}`,
  ]);
});
