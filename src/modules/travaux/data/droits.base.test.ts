import { beforeAll, describe, expect, test } from 'vitest';
import { createOrganisationEssai, type OrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { recordTravaux } from '#server/jobs/passage.ts';
import type { Travail } from '#server/jobs/travail.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { canReadTravaux, canRecordRelance } from '../droits.ts';
import { recordRelance } from './commands.server.ts';
import { listPassages, listTravaux } from './queries.server.ts';
import { TRAVAUX } from './travaux.server.ts';

const base = withBase();
let o: OrganisationEssai;
const NUIT = 'essai.nuit.passer';
const DEMANDE = 'essai.demande.passer';
const run: Travail['run'] = async () => '';
const PAGE = { page: 1, taille: 50 };
const TOUS = { travail: '', issue: '', jours: 0 } as const;

beforeAll(async () => {
  o = await base.asSystem(({ tx }) => createOrganisationEssai(tx));
  await recordTravaux(base.db, [
    { nom: NUIT, titre: 'Passer la nuit', heure: { heures: 3, minutes: 5 }, run },
    { nom: DEMANDE, titre: 'Passer à la demande', run },
  ]);
});

type Role = keyof OrganisationEssai['agents'];
const ROLES: Role[] = ['directeur', 'administrateur', 'cadreNord', 'cadreSud', 'referentNord', 'referentSud'];

const isPermis = (promesse: Promise<unknown>) => promesse.then(() => true).catch(() => false);

describe.each(ROLES)('%s', (role) => {
  const { asAgent } = base;
  test('TypeScript et la base disent pareil de qui lit et de qui relance', async () => {
    const { agentId } = o.agents[role];
    const dit = await asAgent(agentId, async ({ agent, tx }) => {
      const lus = (await listTravaux(tx)).length;
      expect(lus > 0).toBe(canReadTravaux(agent));
      expect((await listPassages(tx, TOUS, PAGE)).total).toBe(0);
      return { nuit: canRecordRelance(agent, { heure: '03:05' }), demande: canRecordRelance(agent, { heure: null }) };
    });
    const demander = (travail: string, champs: object = {}) =>
      isPermis(
        asAgent(agentId, ({ tx }) =>
          tx
            .insertInto('travaux.demande')
            .values({ id: createIdentifiant(), travail, parId: agentId, ...champs })
            .execute(),
        ),
      );
    expect(dit).toEqual({ nuit: role === 'administrateur', demande: false });
    expect(await demander(NUIT)).toBe(dit.nuit);
    expect(await demander(DEMANDE)).toBe(false);
    expect(await demander('inconnu.travail.passer')).toBe(false);
    expect(await demander(NUIT, { donnees: '{"quoi":1}' })).toBe(false);
    expect(await demander(NUIT, { parId: o.agents.directeur.agentId })).toBe(false);
    await base.executeSql('delete from travaux.demande');
  });
});

test('relancer inscrit la demande et l’acte, une fois ; l’absent et l’interdit se ressemblent', async () => {
  const relance = (role: Role, travail: string) =>
    base.asAgent(o.agents[role].agentId, (contexte) => executeCommand(contexte, recordRelance, { travail }));
  expect(await relance('administrateur', NUIT)).toBe(NUIT);
  await expect(relance('administrateur', NUIT)).rejects.toThrow(Refus);
  await expect(relance('administrateur', DEMANDE)).rejects.toThrow(Introuvable);
  await expect(relance('administrateur', 'inconnu')).rejects.toThrow(Introuvable);
  await expect(relance('cadreNord', NUIT)).rejects.toThrow(Introuvable);
  const traces = await base.executeSql<{ agent_id: string; detail: object }>(
    "select agent_id, detail from journal.evenement where acte = 'travaux.travail.relancer'",
  );
  expect(traces).toEqual([{ agent_id: o.agents.administrateur.agentId, detail: { travail: NUIT } }]);
});

test('un import ne se demande que de qui l’a déposé', async () => {
  const importe = (parId: string) =>
    base
      .executeSql<{ id: string }>(
        "insert into reprise.importation (id, nature, fichier_nom, par_id) values (gen_random_uuid(), 'agents', 'a.csv', $1) returning id",
        [parId],
      )
      .then(([ligne]) => ligne?.id ?? '');
  const administrateur = o.agents.administrateur.agentId;
  const [sien, autre] = [await importe(administrateur), await importe(o.agents.directeur.agentId)];
  const demander = (agentId: string, importationId: string) =>
    isPermis(
      base.asAgent(agentId, ({ tx }) =>
        tx
          .insertInto('travaux.demande')
          .values({
            id: createIdentifiant(),
            travail: 'reprise.importation.faire',
            parId: agentId,
            donnees: JSON.stringify({ importationId }),
          })
          .execute(),
      ),
    );
  expect(await demander(administrateur, sien)).toBe(true);
  expect(await demander(administrateur, autre)).toBe(false);
  expect(await demander(o.agents.directeur.agentId, autre)).toBe(false);
});

test('chaque travail dit son dernier passage, ses échecs de la semaine et le prochain ; un passage trop long est coupé', async () => {
  const passe = (champs: string) =>
    base.executeSql(
      `insert into travaux.passage (id, travail, file_id, essai, debut_le, fin_le, issue, bilan) values (gen_random_uuid(), '${NUIT}', gen_random_uuid(), ${champs})`,
    );
  await passe("1, now() - interval '10 days', now() - interval '10 days' + interval '2 s', 'echec', 'ancien'");
  await passe("1, now() - interval '2 days', now() - interval '2 days' + interval '3 s', 'echec', 'récent'");
  await passe("2, now() - interval '1 hour', null, null, null");
  await base.asAgent(o.agents.administrateur.agentId, async ({ tx }) => {
    const [nuit, demande] = await listTravaux(tx);
    expect(nuit).toMatchObject({ nom: NUIT, heure: '03:05', echecs: 1, dernier: { issue: 'coupe', essai: 2 } });
    const [attente] = await base.executeSql<{ juste: boolean }>(
      `select $1::timestamptz between now() and now() + interval '25 hours' and to_char($1::timestamptz at time zone 'Europe/Paris', 'HH24:MI') = '03:05' as juste`,
      [nuit?.prochainLe],
    );
    expect(attente?.juste).toBe(true);
    expect(demande).toMatchObject({ nom: DEMANDE, heure: null, prochainLe: null, dernier: null, echecs: 0 });
    const echecs = await listPassages(tx, { ...TOUS, travail: NUIT, issue: 'echec', jours: 7 }, PAGE);
    expect(echecs).toMatchObject({
      total: 1,
      lignes: [{ bilan: 'récent', dureeSecondes: 3, titre: 'Passer la nuit' }],
    });
  });
});

test('les passages de plus de quatre-vingt-dix jours s’effacent', async () => {
  const nombre = async () => (await base.executeSql('select 1 from travaux.passage')).length;
  const avant = await nombre();
  await base.executeSql(
    `insert into travaux.passage (id, travail, file_id, essai, debut_le, fin_le, issue) values (gen_random_uuid(), '${NUIT}', gen_random_uuid(), 1, now() - interval '91 days', now(), 'fait')`,
  );
  const bilan = await TRAVAUX[0]?.run({
    db: base.db,
    donnees: {},
    adresse: 'http://localhost:3000',
    courriels: undefined,
    signal: new AbortController().signal,
    enSysteme: (fn) => base.asSystem(fn),
  });
  expect(bilan).toBe('1 passages effacés');
  expect(await nombre()).toBe(avant);
});
