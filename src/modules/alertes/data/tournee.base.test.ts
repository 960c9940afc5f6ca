import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withBase } from '#tests/support/base.ts';
import { createEquipe, type EquipeDEssai } from '../testing/equipe-factory.ts';
import { recordTournee } from './tournee.server.ts';

const base = withBase();
let e: EquipeDEssai;
const ADRESSE = 'https://marelle.example';

beforeAll(async () => {
  e = await createEquipe(base.executeSql);
});
beforeEach(async () => {
  for (const table of ['courriel', 'escalade', 'tournee', 'preference'])
    await base.executeSql(`delete from alertes.${table}`);
  await base.executeSql(
    'delete from organisation.avis; delete from echeances.echeance; delete from organisation.absence',
  );
  await setJour('2026-11-23');
});

const setJour = (jour: string) => base.executeSql('update organisation.installation set jour_fige = $1', [jour]);
const run = () => base.asSystem(({ tx, aujourdhui }) => recordTournee(tx, { adresse: ADRESSE, aujourdhui }));
type Courriel = { agent: string; nature: string; objet: string; corps: string };
const listCourriels = (nature: string) =>
  base.executeSql<Courriel>(
    'select agent_id as agent, nature, objet, corps from alertes.courriel where nature = $1 order by rang',
    [nature],
  );

describe('le résumé du matin', () => {
  test('dit à l’agent nommé ce qui est en retard, pour aujourd’hui, et nouveau depuis le dernier', async () => {
    await e.addEcheance({ pour: '2026-11-20' });
    await e.addEcheance({ pour: '2026-11-23' });
    await e.addEcheance({ pour: '2026-12-20', apparue: '1 minute' });
    await e.addEcheance({ pour: '2026-12-25' });
    await run();
    const [sien, ...autres] = (await listCourriels('matin')).filter(({ agent }) => agent === e.referente.agentId);
    expect(autres).toEqual([]);
    expect(sien?.objet).toBe('Marelle : 1 en retard, 1 pour aujourd’hui, 1 nouvelle');
    expect(sien?.corps).toContain(`L. M., pour le 20 novembre 2026 (3 jours de retard)\n  ${ADRESSE}/enfants/${e.lou}`);
    expect(sien?.corps).not.toContain('25 décembre');
  });

  test('va, sans agent nommé, à qui tient l’office dans l’unité ; à défaut au-dessus', async () => {
    await e.addEcheance({ pour: '2026-11-20', acteur: 'cadre', agentId: null });
    await e.addEcheance({ pour: '2026-11-20', acteur: 'inspecteur', agentId: null, regle: 'X-1' });
    await e.addEcheance({ pour: '2026-11-20', acteur: 'cadre', agentId: null, uniteId: null, regle: 'X-2' });
    await run();
    const matins = await listCourriels('matin');
    const regles = (agent: string) =>
      matins
        .find((m) => m.agent === agent)
        ?.corps.match(/(?:PPE-002|X-\d)/g)
        ?.sort();
    expect(regles(e.cadre.agentId)).toEqual(['PPE-002']);
    expect(regles(e.pole.agentId)).toEqual(['X-1', 'X-2']);
    expect(matins).toHaveLength(2);
  });

  test('n’écrit rien à qui n’a rien, ni à qui n’a pas d’adresse', async () => {
    await e.addEcheance({ pour: '2026-11-22' });
    await base.executeSql('update organisation.agent set courriel = null where id = $1', [e.referente.agentId]);
    await run();
    await base.executeSql('update organisation.agent set courriel = $2 where id = $1', [
      e.referente.agentId,
      e.referente.courriel,
    ]);
    expect(await listCourriels('matin')).toEqual([]);
  });

  test('une échéance dont l’agent nommé est parti va à qui répond de lui', async () => {
    await e.addEcheance({ pour: '2026-11-20', agentId: e.collegue.agentId });
    await base.executeSql("update organisation.agent set periode = '[2010-01-01,2026-01-01)' where id = $1", [
      e.collegue.agentId,
    ]);
    await run();
    await base.executeSql("update organisation.agent set periode = '[2010-01-01,)' where id = $1", [
      e.collegue.agentId,
    ]);
    expect((await listCourriels('matin')).map(({ agent }) => agent)).toEqual([e.cadre.agentId]);
  });

  test('un dossier restreint ne se dit qu’à l’agent nommé, et sans initiales', async () => {
    await e.addEcheance({ pour: '2026-11-20', restreint: true });
    await e.addEcheance({ pour: '2026-11-20', restreint: true, acteur: 'cadre', agentId: null });
    await run();
    const matins = await listCourriels('matin');
    expect(matins.map(({ agent }) => agent)).toEqual([e.referente.agentId]);
    expect(matins[0]?.corps).toContain('dossier restreint');
    expect(matins[0]?.corps).not.toMatch(/L\. M\.|\/enfants\//);
  });

  test('ne se réduit pas au-dessous du minimum : les retards critiques', async () => {
    await base.executeSql("insert into alertes.preference (agent_id, matin, semaine) values ($1, 'critiques', false)", [
      e.referente.agentId,
    ]);
    await e.addEcheance({ pour: '2026-11-20' });
    await e.addEcheance({ pour: '2026-11-22', gravite: 'critique', regle: 'URG-1' });
    await run();
    const [matin] = await listCourriels('matin');
    expect(matin?.objet).toBe('Marelle : 1 en retard');
    expect(matin?.corps).toContain('Critique : Établir le projet pour l’enfant (URG-1)');
    expect(matin?.corps).not.toContain('PPE-002');
  });

  test('« du nouveau seulement » se tait devant un retard ordinaire connu, et parle d’un retard critique', async () => {
    await base.executeSql("insert into alertes.preference (agent_id, matin, semaine) values ($1, 'nouveautes', true)", [
      e.referente.agentId,
    ]);
    await e.addEcheance({ pour: '2026-11-22' });
    await run();
    expect(await listCourriels('matin')).toEqual([]);
    await base.executeSql('delete from alertes.tournee');
    await e.addEcheance({ pour: '2026-11-22', gravite: 'critique' });
    await run();
    expect(await listCourriels('matin')).toHaveLength(1);
  });

  test('dit ce qui est né depuis le dernier qui est parti, et non depuis le dernier écrit', async () => {
    await e.addEcheance({ pour: '2026-11-20' });
    await run();
    await base.executeSql("update alertes.courriel set ecrit_le = now() - interval '2 days'");
    await e.addEcheance({ pour: '2026-12-20', apparue: '36 hours' });
    await setJour('2026-11-24');
    await run();
    expect((await listCourriels('matin')).at(-1)?.objet).toBe('Marelle : 1 en retard');
    await base.executeSql(
      "delete from alertes.courriel where jour = '2026-11-24'; delete from alertes.tournee where jour = '2026-11-24'",
    );
    await base.executeSql("update alertes.courriel set etat = 'envoye', clos_le = now()");
    await run();
    expect((await listCourriels('matin')).at(-1)?.objet).toBe('Marelle : 1 en retard, 1 nouvelle');
  });
});

describe('le tour du matin', () => {
  test('se tait les jours qui ne sont pas travaillés', async () => {
    await e.addEcheance({ pour: '2026-11-20' });
    await setJour('2026-11-22');
    expect(await run()).toEqual({ bilan: 'Jour non travaillé : rien à dire', courriels: 0 });
    expect(await listCourriels('matin')).toEqual([]);
  });

  test('refait, ou fait par deux instances au même instant, ne dit rien de plus', async () => {
    await e.addEcheance({ pour: '2026-10-01', gravite: 'critique' });
    const bilans = (await Promise.all([run(), run()])).map(({ bilan }) => bilan);
    expect(bilans.filter((bilan) => bilan === 'Déjà fait ce jour')).toHaveLength(1);
    expect((await run()).bilan).toBe('Déjà fait ce jour');
    expect(await listCourriels('matin')).toHaveLength(1);
    expect(await base.executeSql('select 1 from alertes.escalade')).toHaveLength(1);
  });

  test('l’horloge avance de deux jours, puis revient : chaque jour se dit une fois, chaque retard se porte une fois', async () => {
    await e.addEcheance({ pour: '2026-11-20', gravite: 'critique' });
    for (const jour of ['2026-11-25', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-24']) {
      await setJour(jour);
      await run();
    }
    const matins = await base.executeSql<{ jour: string }>(
      "select jour::text from alertes.courriel where nature = 'matin' and agent_id = $1 order by jour",
      [e.referente.agentId],
    );
    expect(matins.map(({ jour }) => jour)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
    expect(await base.executeSql('select niveau from alertes.escalade order by niveau')).toEqual([
      { niveau: 1 },
      { niveau: 2 },
    ]);
  });

  test('coupé en chemin, il n’a rien dit ; repris, il dit tout', async () => {
    await e.addEcheance({ pour: '2026-10-01', gravite: 'critique' });
    const coupe = base.asSystem(async ({ tx, aujourdhui }) => {
      await recordTournee(tx, { adresse: ADRESSE, aujourdhui });
      throw new Error('coupé');
    });
    await expect(coupe).rejects.toThrow('coupé');
    expect(await base.executeSql('select 1 from alertes.courriel union all select 1 from organisation.avis')).toEqual(
      [],
    );
    await run();
    expect(await listCourriels('matin')).toHaveLength(1);
    expect(await listCourriels('escalade')).toHaveLength(2);
  });
});

describe('l’escalade', () => {
  test('porte le retard au supérieur au jour réglé, le dit aux deux, et ne le redit pas', async () => {
    await e.addEcheance({ pour: '2026-11-21', gravite: 'critique' });
    await e.addEcheance({ pour: '2026-11-22', gravite: 'critique', regle: 'TROP-TOT' });
    await run();
    const [escalade, ...autres] = await base.executeSql<Record<string, unknown>>(
      'select niveau, agent_id, superieur_id, regle, le::text from alertes.escalade',
    );
    expect(autres).toEqual([]);
    expect(escalade).toEqual({
      niveau: 1,
      agent_id: e.referente.agentId,
      superieur_id: e.cadre.agentId,
      regle: 'PPE-002',
      le: '2026-11-23',
    });
    const courriels = await listCourriels('escalade');
    expect(courriels.map(({ agent }) => agent).sort()).toEqual([e.referente.agentId, e.cadre.agentId].sort());
    expect(courriels.find(({ agent }) => agent === e.cadre.agentId)?.corps).toContain(
      'portés à votre connaissance (1)',
    );
    const avis = await base.executeSql<{ agent_id: string }>('select agent_id from organisation.avis');
    expect(avis.map(({ agent_id }) => agent_id).sort()).toEqual([e.referente.agentId, e.cadre.agentId].sort());
    await setJour('2026-11-24');
    await run();
    const niveaux = await base.executeSql('select regle, niveau from alertes.escalade order by regle');
    expect(niveaux).toEqual([
      { regle: 'PPE-002', niveau: 1 },
      { regle: 'TROP-TOT', niveau: 1 },
    ]);
  });

  test('monte au supérieur du supérieur, puis s’arrête au niveau réglé', async () => {
    await e.addEcheance({ pour: '2026-11-01', gravite: 'critique' });
    for (const jour of ['2026-11-23', '2026-11-24', '2026-11-25']) {
      await setJour(jour);
      await run();
    }
    const niveaux = await base.executeSql('select niveau, superieur_id from alertes.escalade order by niveau');
    expect(niveaux).toEqual([
      { niveau: 1, superieur_id: e.cadre.agentId },
      { niveau: 2, superieur_id: e.pole.agentId },
    ]);
  });

  test('passe par-dessus un supérieur absent', async () => {
    await base.executeSql(
      "insert into organisation.absence (id, agent_id, periode) values (gen_random_uuid(), $1, '[2026-11-20,2026-11-30)')",
      [e.cadre.agentId],
    );
    await e.addEcheance({ pour: '2026-11-01', gravite: 'critique' });
    await run();
    expect(await base.executeSql('select superieur_id from alertes.escalade')).toEqual([
      { superieur_id: e.pole.agentId },
    ]);
  });

  test('suit les paramètres du département, et laisse les échéances d’information', async () => {
    await base.executeSql(
      "insert into organisation.parametre (id, cle, valeur, periode, confiance, source) values (gen_random_uuid(), 'alertes.escalade-normale-jours', '3', '[2020-01-01,)', 'local', 'essai')",
    );
    await e.addEcheance({ pour: '2026-11-20' });
    await e.addEcheance({ pour: '2026-11-21' });
    await e.addEcheance({ pour: '2020-01-01', gravite: 'information' });
    await run();
    await base.executeSql('delete from organisation.parametre');
    expect(await base.executeSql('select pour::text from alertes.escalade')).toEqual([{ pour: '2026-11-20' }]);
  });
});

describe('la semaine', () => {
  test('se dit le lundi à qui encadre, sur son équipe seule, sauf s’il n’en veut pas', async () => {
    await e.addEcheance({ pour: '2026-11-02' });
    await e.addEcheance({ pour: '2026-11-25' });
    await e.addEcheance({ pour: '2026-11-02', uniteId: e.unites.sud1, agentId: null });
    await run();
    const semaines = await listCourriels('semaine');
    const corps = (agent: string) => semaines.find((s) => s.agent === agent)?.corps ?? '';
    expect(semaines.map(({ agent }) => agent).sort()).toEqual([e.cadre.agentId, e.pole.agentId].sort());
    expect(corps(e.cadre.agentId)).toContain('En retard : 1, dont critiques 0\nÀ faire d’ici sept jours : 1');
    expect(corps(e.cadre.agentId)).toContain('L. M., pour le 2 novembre 2026 (21 jours de retard)');
    expect(corps(e.pole.agentId)).toContain('En retard : 2');
    await base.executeSql(
      "delete from alertes.courriel; delete from alertes.tournee; insert into alertes.preference (agent_id, matin, semaine) select id, 'chaque-jour', false from organisation.agent",
    );
    await run();
    expect(await listCourriels('semaine')).toEqual([]);
  });

  test('ne se dit pas le mardi', async () => {
    await e.addEcheance({ pour: '2026-11-02' });
    await setJour('2026-11-24');
    await run();
    expect(await listCourriels('semaine')).toEqual([]);
  });
});
