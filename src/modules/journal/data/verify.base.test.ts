import { beforeAll, describe, expect, test } from 'vitest';
import { asAgent } from '#database/as-agent.ts';
import { recordTrace } from '#server/journal.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { recordSceau, verifyJournal } from './verify.server.ts';

const base = withBase();
const agentId = createIdentifiant();

beforeAll(async () => {
  await base.executeSql(
    "insert into organisation.installation (departement_code, departement_nom, demo, jour_fige) values ('50', 'Manche', true, '2026-11-21')",
  );
  await base.executeSql(
    "insert into organisation.agent (id, matricule, nom, prenom, metier, periode) values ($1, 'A1', 'Lorin', 'Sam', 'référent', '[2020-01-01,)')",
    [agentId],
  );
});

const record = (acte: string) =>
  asAgent(base.db, { agentId }, ({ tx }) => recordTrace(tx, { acte, detail: { accent: 'éàü «»' } }));
const verify = () => base.asSystem(({ tx }) => verifyJournal(tx));

/** Change le journal comme le ferait un administrateur de la base malveillant, puis remet en place. */
async function tamper(sql: string, valeurs: unknown[] = []): Promise<void> {
  await base.executeSql(
    `begin; alter table journal.evenement disable trigger refuser; alter table journal.evenement disable trigger chainer; commit`,
  );
  await base.executeSql(sql, valeurs);
  await base.executeSql(
    `begin; alter table journal.evenement enable trigger refuser; alter table journal.evenement enable trigger chainer; commit`,
  );
}

describe('le journal se prouve hors de la base', () => {
  test('un journal intact est vérifié en entier', async () => {
    await record('essai.un');
    await record('essai.deux');
    const { rupture, evenements } = await verify();
    expect(rupture).toBeNull();
    expect(evenements).toBeGreaterThanOrEqual(2);
  });

  test('un évènement modifié est nommé, avec sa chaîne et son rang', async () => {
    await record('essai.trois');
    const [cible] = await base.executeSql<{ id: string; chaine: number; rang: string }>(
      "select id, chaine, rang from journal.evenement where acte = 'essai.trois'",
    );
    await tamper("update journal.evenement set acte = 'essai.faux' where id = $1", [cible?.id]);
    const { rupture } = await verify();
    expect(rupture).toMatchObject({ chaine: cible?.chaine, rang: Number(cible?.rang), evenementId: cible?.id });
    await tamper("update journal.evenement set acte = 'essai.trois' where id = $1", [cible?.id]);
    expect((await verify()).rupture).toBeNull();
  });

  test('un évènement retiré du milieu est vu au maillon suivant', async () => {
    await record('essai.quatre');
    const [cible] = await base.executeSql<{ id: string; chaine: number; rang: string }>(
      'select id, chaine, rang from journal.evenement where rang = 2 limit 1',
    );
    await base.executeSql('create table public.sauve as select * from journal.evenement where id = $1', [cible?.id]);
    await tamper('delete from journal.evenement where id = $1', [cible?.id]);
    const { rupture } = await verify();
    expect(rupture).toMatchObject({ chaine: cible?.chaine, rang: 2 });
    await tamper('insert into journal.evenement select * from public.sauve');
    expect((await verify()).rupture).toBeNull();
  });
});

test('le journal ne se modifie ni ne se vide, même par son propriétaire', async () => {
  await expect(base.executeSql("update journal.evenement set acte = 'x'")).rejects.toThrow(
    'Le journal ne se modifie pas',
  );
  await expect(base.executeSql('delete from journal.evenement')).rejects.toThrow('Le journal ne se modifie pas');
  await expect(base.executeSql('truncate journal.evenement')).rejects.toThrow('Le journal ne se modifie pas');
});

test('un agent ne signe pas pour un autre et ne choisit pas l’heure', async () => {
  const autre = createIdentifiant();
  await asAgent(base.db, { agentId }, ({ tx }) =>
    tx
      .insertInto('journal.evenement')
      .values({ acte: 'essai.usurpe', agentId: autre, le: '2001-01-01T00:00:00Z' })
      .execute(),
  );
  const [ligne] = await base.executeSql<{ agent_id: string; recent: boolean }>(
    "select agent_id, le > now() - interval '1 minute' as recent from journal.evenement where acte = 'essai.usurpe'",
  );
  expect(ligne).toEqual({ agent_id: agentId, recent: true });
});

test('deux écrivains ne s’attendent pas : chacun prend une chaîne libre', async () => {
  // Le premier garde sa transaction ouverte ; si le second attendait, `lock_timeout` ferait échouer l'essai.
  await asAgent(base.db, { agentId }, async ({ tx }) => {
    await recordTrace(tx, { acte: 'essai.premier' });
    await record('essai.second');
    await record('essai.second');
  });
  const chaines = await base.executeSql<{ chaine: number }>(
    "select distinct chaine from journal.evenement where acte in ('essai.premier', 'essai.second')",
  );
  expect(chaines.length).toBeGreaterThan(1);
  expect((await verify()).rupture).toBeNull();
});

// Dernier essai du fichier : la chaîne reste arrachée.
test('une fin de chaîne arrachée est vue grâce au sceau, même si la chaîne a repris depuis', async () => {
  await record('essai.cinq');
  await base.asSystem(({ tx }) => recordSceau(tx));
  const [derniere] = await base.executeSql<{ chaine: number; rang: string }>(
    "select chaine, rang from journal.evenement where acte = 'essai.cinq'",
  );
  await tamper('delete from journal.evenement where chaine = $1 and rang >= $2', [derniere?.chaine, derniere?.rang]);
  const { rupture } = await verify();
  // Le sceau portait sur la tête : la chaîne reprise plus courte, ou différente à ce rang, ne lui répond plus.
  expect(rupture?.chaine).toBe(derniere?.chaine);
  expect(rupture?.rang).toBeGreaterThanOrEqual(Number(derniere?.rang));
});
