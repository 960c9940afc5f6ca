import ICAL from 'ical.js';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asAgent, SessionAbsente } from '#database/as-agent.ts';
import { renderCalendrier } from '#documents/calendrier.ts';
import { executeCommand } from '#server/define-command.ts';
import { computeEmpreinteJeton } from '#server/session.ts';
import { withBase } from '#tests/support/base.ts';
import { createEquipe, type EquipeDEssai } from '../testing/equipe-factory.ts';
import { buildAgenda } from '../web/calendrier-view.ts';
import { recordPublication } from './publication.server.ts';
import { getReglages } from './reglages.server.ts';
import { closeCalendrier, recordCalendrier, recordPreference } from './reglages-commands.server.ts';

const base = withBase();
let e: EquipeDEssai;

beforeAll(async () => {
  e = await createEquipe(base.executeSql);
});
beforeEach(() =>
  base.executeSql(
    'delete from alertes.calendrier; delete from alertes.rendez_vous; delete from alertes.preference; delete from echeances.echeance',
  ),
);

const open = async (agentId: string) =>
  (await base.asAgent(agentId, (contexte) => executeCommand(contexte, recordCalendrier, {}))).secret;
const read = (secret: string) =>
  asAgent(base.db, { empreinteCalendrier: computeEmpreinteJeton(secret) }, recordPublication);
const readIcs = async (secret: string) =>
  new ICAL.Component(ICAL.parse(renderCalendrier(buildAgenda(await read(secret), 'https://marelle.example'))))
    .getAllSubcomponents('vevent')
    .map((evenement) => {
      const { uid, summary, sequence, startDate } = new ICAL.Event(evenement);
      return { uid, summary, sequence, debut: startDate.toString(), statut: evenement.getFirstPropertyValue('status') };
    });

describe('l’adresse secrète', () => {
  test('vaut 256 bits, n’est gardée qu’en empreinte, et dit quand elle a été lue', async () => {
    const secret = await open(e.referente.agentId);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const gardes = await base.executeSql<{ tout: string }>('select c::text as tout from alertes.calendrier c');
    expect(gardes[0]?.tout).not.toContain(secret);
    const lu = () => base.asAgent(e.referente.agentId, async (c) => (await getReglages(c)).calendrier?.luLe);
    expect(await lu()).toBeNull();
    await read(secret);
    expect(await lu()).toMatch(/^\d{4}-/);
  });

  test('renouvelée, l’ancienne ne vaut plus rien ; fermée, aucune ; inconnue, aucune', async () => {
    const ancienne = await open(e.referente.agentId);
    const neuve = await open(e.referente.agentId);
    await expect(read(ancienne)).rejects.toBeInstanceOf(SessionAbsente);
    expect(await read(neuve)).toEqual([]);
    await base.asAgent(e.referente.agentId, (contexte) => executeCommand(contexte, closeCalendrier, {}));
    await expect(read(neuve)).rejects.toBeInstanceOf(SessionAbsente);
    await expect(read('x'.repeat(43))).rejects.toBeInstanceOf(SessionAbsente);
  });

  test('se ferme avec le compte de l’agent, et avec son départ', async () => {
    const secret = await open(e.referente.agentId);
    const compte = (quand: string) =>
      base.executeSql(`update comptes.utilisateur set desactive_le = ${quand} where agent_id = $1`, [
        e.referente.agentId,
      ]);
    await compte('now()');
    await expect(read(secret)).rejects.toBeInstanceOf(SessionAbsente);
    await compte('null');
    expect(await read(secret)).toEqual([]);
    const periode = (valeur: string) =>
      base.executeSql('update organisation.agent set periode = $2 where id = $1', [e.referente.agentId, valeur]);
    await periode('[2010-01-01,2026-01-01)');
    await expect(read(secret)).rejects.toBeInstanceOf(SessionAbsente);
    await periode('[2010-01-01,)');
  });

  test('n’ouvre aucun droit de changer un dossier', async () => {
    const secret = await open(e.cadre.agentId);
    const habilitations = await asAgent(
      base.db,
      { empreinteCalendrier: computeEmpreinteJeton(secret) },
      async ({ agent }) => agent.habilitations,
    );
    expect(habilitations.toSorted()).toEqual(['enfants.lire-mission', 'enfants.lire-perimetre', 'ip.lire-perimetre']);
  });
});

describe('le calendrier', () => {
  test('montre les échéances ouvertes de l’agent, en retard ou des quatre mois, sous des initiales', async () => {
    await e.addEcheance({ pour: '2026-11-20' });
    await e.addEcheance({ pour: '2026-12-01' });
    await e.addEcheance({ pour: '2027-03-23' });
    await e.addEcheance({ pour: '2027-03-24' });
    await e.addEcheance({ pour: '2026-12-02', agentId: e.collegue.agentId });
    await e.addEcheance({ pour: '2026-12-03', instant: '2026-12-03T09:30:00+01:00' });
    const lus = await readIcs(await open(e.referente.agentId));
    expect(lus.map(({ debut, summary }) => [debut, summary])).toEqual([
      ['2026-11-20', 'En retard : Établir le projet pour l’enfant, L. M.'],
      ['2026-12-01', 'Établir le projet pour l’enfant, L. M.'],
      ['2026-12-03T08:30:00Z', 'Établir le projet pour l’enfant, L. M.'],
      ['2027-03-23', 'Établir le projet pour l’enfant, L. M.'],
    ]);
    expect(new Set(lus.map(({ uid }) => uid)).size).toBe(4);
  });

  test('montre au cadre ce qui ne nomme personne et que son office porte, pas le reste de son territoire', async () => {
    await e.addEcheance({ pour: '2026-12-01', acteur: 'cadre', agentId: null });
    await e.addEcheance({ pour: '2026-12-02', acteur: 'cadre', agentId: null, uniteId: e.unites.sud1 });
    await e.addEcheance({ pour: '2026-12-03', acteur: 'inspecteur', agentId: null });
    await e.addEcheance({ pour: '2026-12-04' });
    expect((await read(await open(e.cadre.agentId))).map(({ quand }) => quand)).toEqual(['2026-12-01']);
  });

  test('garde l’identité d’un rendez-vous qui change de jour, et monte son rang une fois', async () => {
    const id = await e.addEcheance({ pour: '2026-12-01' });
    const secret = await open(e.referente.agentId);
    const [avant] = await readIcs(secret);
    await base.executeSql("update echeances.echeance set pour = '2026-12-08' where id = $1", [id]);
    const [apres, ...autres] = await readIcs(secret);
    expect(autres).toEqual([]);
    expect(apres).toEqual({ ...avant, debut: '2026-12-08', sequence: 1 });
    expect(await readIcs(secret)).toEqual([apres]);
  });

  test('dit annulé trente jours ce qui a été publié puis fait, et se tait ensuite ; ce qui n’a jamais été publié n’est pas annulé', async () => {
    const id = await e.addEcheance({ pour: '2026-12-01' });
    const secret = await open(e.referente.agentId);
    const [avant] = await readIcs(secret);
    await base.executeSql("update echeances.echeance set statut = 'faite', faite_le = '2026-11-23' where id = $1", [
      id,
    ]);
    const jamais = await e.addEcheance({ pour: '2026-12-05' });
    await base.executeSql('delete from echeances.echeance where id = $1', [jamais]);
    expect(await readIcs(secret)).toEqual([{ ...avant, sequence: 1, statut: 'CANCELLED' }]);
    await base.executeSql("update echeances.echeance set statut = 'ouverte', faite_le = null where id = $1", [id]);
    expect(await readIcs(secret)).toEqual([{ ...avant, sequence: 2, statut: 'CONFIRMED' }]);
    await base.executeSql('delete from echeances.echeance where id = $1', [id]);
    await readIcs(secret);
    await base.executeSql("update alertes.rendez_vous set annule_le = now() - interval '31 days'");
    expect(await readIcs(secret)).toEqual([]);
  });

  test('ce qu’on n’a plus le droit de voir se dit annulé, comme le reste', async () => {
    await e.addEcheance({ pour: '2026-12-01' });
    const secret = await open(e.referente.agentId);
    await read(secret);
    await base.executeSql("update enfants.mission set periode = '[2015-01-01,2026-11-01)' where agent_id = $1", [
      e.referente.agentId,
    ]);
    const lus = await readIcs(secret);
    await base.executeSql("update enfants.mission set periode = '[2015-01-01,)' where agent_id = $1", [
      e.referente.agentId,
    ]);
    expect(lus.map(({ statut }) => statut)).toEqual(['CANCELLED']);
  });

  test('montre les audiences des enfants que l’agent suit, à leur heure ; passée, une audience n’est pas annulée, annulée, elle le dit', async () => {
    const addAudience = async (le: string, instant: string | null) =>
      (
        await base.executeSql<{ id: string }>(
          `insert into mesures.acte (id, enfant_id, type, le, instant, donnees, par_id) values (gen_random_uuid(), $1, 'audience', $2, $3, '{}', $4) returning id`,
          [e.lou, le, instant, e.cadre.agentId],
        )
      )[0]?.id;
    const annulee = await addAudience('2026-12-10', '2026-12-10T14:00:00+01:00');
    const passee = await addAudience('2026-11-10', null);
    const secret = await open(e.referente.agentId);
    const lues = await readIcs(secret);
    expect(lues.map(({ debut, summary }) => [debut, summary])).toEqual([
      ['2026-11-10', 'Audience, L. M.'],
      ['2026-12-10T13:00:00Z', 'Audience, L. M.'],
    ]);
    expect(await read(await open(e.collegue.agentId))).toEqual([]);
    await base.executeSql('delete from mesures.acte where id = $1', [annulee]);
    await base.executeSql("update organisation.installation set jour_fige = '2026-12-15'");
    const apres = await readIcs(secret);
    await base.executeSql("update organisation.installation set jour_fige = '2026-11-23'");
    await base.executeSql('delete from mesures.acte where id = $1', [passee]);
    expect(apres.map(({ debut, statut }) => [debut, statut])).toEqual([['2026-12-10T13:00:00Z', 'CANCELLED']]);
  });

  test('lu deux fois au même instant, ne monte aucun rang et ne double rien', async () => {
    await e.addEcheance({ pour: '2026-12-01' });
    const secret = await open(e.referente.agentId);
    const [un, deux] = await Promise.all([readIcs(secret), readIcs(secret)]);
    expect(un).toEqual(deux);
    expect(await readIcs(secret)).toEqual(un);
  });
});

describe('personne ne lit ni ne change ce qui est à un autre', () => {
  const TABLES = ['preference', 'calendrier', 'rendez_vous', 'courriel', 'escalade'] as const;

  test('ni courriels, ni préférences, ni adresse, ni rendez-vous ; chacun lit les siens', async () => {
    await e.addEcheance({ pour: '2026-12-01' });
    await read(await open(e.referente.agentId));
    await base.asAgent(e.referente.agentId, (c) =>
      executeCommand(c, recordPreference, { matin: 'critiques', semaine: ['oui'] }),
    );
    await base.executeSql(
      "insert into alertes.courriel (id, agent_id, nature, jour, objet, corps) values (gen_random_uuid(), $1, 'matin', '2026-11-23', 'o', 'c') on conflict do nothing",
      [e.referente.agentId],
    );
    await base.executeSql(
      "insert into alertes.escalade (id, enfant_id, regle, cle, niveau, libelle, gravite, pour, restreint, agent_id, superieur_id, le) values (gen_random_uuid(), $1, 'R', 'c', 1, 'l', 'normale', '2026-11-01', false, $2, $3, '2026-11-23') on conflict do nothing",
      [e.lou, e.referente.agentId, e.cadre.agentId],
    );
    const count = (agentId: string) =>
      base.asAgent(agentId, async ({ tx }) => {
        const nombres = [];
        for (const table of TABLES) {
          const { nombre } = await tx
            .selectFrom(`alertes.${table === 'rendez_vous' ? 'rendezVous' : table}`)
            .select(({ fn }) => fn.countAll<string>().as('nombre'))
            .executeTakeFirstOrThrow();
          nombres.push(Number(nombre));
        }
        return nombres;
      });
    expect(await count(e.referente.agentId)).toEqual([1, 1, 1, 1, 1]);
    expect(await count(e.collegue.agentId)).toEqual([0, 0, 0, 0, 0]);
    // Le cadre lit l'escalade qui lui est portée, et rien d'autre.
    expect(await count(e.cadre.agentId)).toEqual([0, 0, 0, 0, 1]);
  });

  test('un retard porté dit de qui il s’agit à qui voit encore l’enfant, et à personne d’autre', async () => {
    const read = (agentId: string) => base.asAgent(agentId, async (c) => (await getReglages(c)).escalades);
    expect(await read(e.cadre.agentId)).toMatchObject([{ recue: true, niveau: 1, qui: 'Lou Martinet' }]);
    await base.executeSql('update enfants.enfant set restreint = true where id = $1', [e.lou]);
    const sans = await read(e.cadre.agentId);
    await base.executeSql('update enfants.enfant set restreint = false where id = $1', [e.lou]);
    expect(sans).toMatchObject([{ recue: true, qui: null }]);
    expect(await read(e.collegue.agentId)).toEqual([]);
  });

  test('on n’écrit ni la préférence ni l’adresse d’un autre, et aucun courriel', async () => {
    const refuse = (fn: Parameters<typeof base.asAgent>[1]) =>
      expect(base.asAgent(e.collegue.agentId, fn)).rejects.toThrow(/row-level security|permission denied/);
    await refuse(({ tx }) =>
      tx
        .insertInto('alertes.preference')
        .values({ agentId: e.referente.agentId, matin: 'critiques', semaine: false })
        .execute(),
    );
    await refuse(({ tx }) =>
      tx.insertInto('alertes.calendrier').values({ id: e.lou, agentId: e.referente.agentId, empreinte: 'x' }).execute(),
    );
    await refuse(({ tx }) => tx.updateTable('alertes.courriel').set({ objet: 'x' }).execute());
    await refuse(({ tx }) => tx.selectFrom('alertes.tournee').selectAll().execute());
  });
});
