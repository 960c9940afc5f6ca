import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordDemande } from '#server/jobs/demande.ts';
import { startTravaux } from '#server/jobs/jobs.ts';
import { migrateTravaux } from '#server/jobs/schema.ts';
import type { ContexteDeTravail } from '#server/jobs/travail.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { createEquipe, type EquipeDEssai } from '../testing/equipe-factory.ts';
import { ServeurDeCourriels } from '../testing/serveur-courriels.ts';
import { sendCourriels } from './envoi.server.ts';
import { TRAVAUX } from './travaux.server.ts';

const base = withBase();
const serveur = new ServeurDeCourriels();
let e: EquipeDEssai;
let arret: AbortController;

beforeAll(async () => {
  e = await createEquipe(base.executeSql);
});
beforeEach(async () => {
  arret = new AbortController();
  serveur.recus.length = 0;
  serveur.refus.clear();
  serveur.onRecu = () => undefined;
  await base.executeSql('delete from alertes.courriel');
  await serveur.start();
});
afterEach(() => serveur.stop());

const run = (plus: Partial<ContexteDeTravail> = {}) =>
  sendCourriels({
    db: base.db,
    donnees: {},
    adresse: 'https://marelle.example',
    courriels: { url: serveur.url, expediteur: 'marelle@essai.example', adresse: 'https://marelle.example' },
    signal: arret.signal,
    enSysteme: (fn) => base.asSystem(fn),
    ...plus,
  });
const addCourriel = async (agentId: string, jour: string, nature = 'matin', ilYA = '0 days') => {
  const id = createIdentifiant();
  await base.executeSql(
    `insert into alertes.courriel (id, agent_id, nature, jour, objet, corps, ecrit_le, prochain_essai_le)
     values ($1, $2, $3, $4::text::date, $4::text, 'corps', now() - $5::interval, now() - $5::interval)`,
    [id, agentId, nature, jour, ilYA],
  );
  return id;
};
const listEtats = () =>
  base.executeSql<{ jour: string; etat: string }>('select jour::text, etat from alertes.courriel order by rang');
const listObjets = () => serveur.recus.map(({ texte }) => /^Subject: (.*)$/m.exec(texte)?.[1]?.trim());
/** Le temps passe : ce qui attendait son prochain essai y est. */
const waitProchainEssai = () =>
  base.executeSql("update alertes.courriel set prochain_essai_le = now() where etat = 'a-envoyer'");

test('tout part, dans l’ordre où c’est écrit, une seule fois', async () => {
  await addCourriel(e.referente.agentId, '2026-11-23');
  await addCourriel(e.cadre.agentId, '2026-11-23');
  await addCourriel(e.cadre.agentId, '2026-11-23', 'escalade');
  expect(await run()).toBe('3 envoyés, 0 refusés');
  expect(serveur.recus.map(({ a }) => a)).toEqual([e.referente.courriel, e.cadre.courriel, e.cadre.courriel]);
  expect(await run()).toBe('0 envoyés, 0 refusés');
  expect(serveur.recus).toHaveLength(3);
});

test('sans serveur réglé, rien ne part et rien n’est perdu', async () => {
  await addCourriel(e.referente.agentId, '2026-11-23');
  expect(await run({ courriels: undefined })).toBe('Aucun serveur de courriels : rien ne part');
  expect(await listEtats()).toEqual([{ jour: '2026-11-23', etat: 'a-envoyer' }]);
});

test('un serveur fermé deux jours : au retour tout part dans l’ordre, rien deux fois, le dernier résumé seul', async () => {
  await serveur.stop();
  for (const jour of ['2026-11-23', '2026-11-24']) {
    await addCourriel(e.cadre.agentId, jour, 'escalade');
    await addCourriel(e.cadre.agentId, jour);
    await expect(run()).rejects.toThrow('Le serveur de courriels ne répond pas');
  }
  await serveur.start();
  await addCourriel(e.cadre.agentId, '2026-11-25');
  expect(await run()).toBe('3 envoyés, 0 refusés');
  expect(listObjets()).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
  expect(await listEtats()).toEqual([
    { jour: '2026-11-23', etat: 'envoye' },
    { jour: '2026-11-23', etat: 'remplace' },
    { jour: '2026-11-24', etat: 'envoye' },
    { jour: '2026-11-24', etat: 'remplace' },
    { jour: '2026-11-25', etat: 'envoye' },
  ]);
  expect(await run()).toBe('0 envoyés, 0 refusés');
});

test('arrêté en chemin, il finit celui qu’il envoie, et reprend au suivant', async () => {
  for (const agent of [e.referente, e.collegue, e.cadre]) await addCourriel(agent.agentId, '2026-11-23');
  serveur.onRecu = () => {
    if (serveur.recus.length === 2) arret.abort();
  };
  await expect(run()).rejects.toThrow();
  expect(serveur.recus).toHaveLength(2);
  arret = new AbortController();
  expect(await run()).toBe('1 envoyés, 0 refusés');
  expect(serveur.recus.map(({ a }) => a)).toEqual([e.referente, e.collegue, e.cadre].map(({ courriel }) => courriel));
});

test('coupé net après un envoi, seul celui-là repart, sous le même identifiant de message', async () => {
  for (const agent of [e.referente, e.collegue, e.cadre]) await addCourriel(agent.agentId, '2026-11-23');
  let passages = 0;
  const tue = run({
    enSysteme: (fn) => {
      passages += 1;
      // Le premier passage range, les deux suivants prennent ; au quatrième la machine n'est plus là.
      if (passages === 4) throw new Error('machine coupée');
      return base.asSystem(fn);
    },
  });
  await expect(tue).rejects.toThrow('machine coupée');
  expect(serveur.recus).toHaveLength(2);
  await expect(run()).rejects.toThrow('1 courriels attendent');
  await waitProchainEssai();
  expect(await run()).toBe('1 envoyés, 0 refusés');
  const identifiants = serveur.recus.map(({ texte }) => /^Message-ID: (.+)$/im.exec(texte)?.[1]);
  expect(identifiants).toHaveLength(4);
  expect(new Set(identifiants).size).toBe(3);
  expect(serveur.recus.map(({ a }) => a)).toEqual(
    [e.referente, e.collegue, e.cadre, e.collegue].map(({ courriel }) => courriel),
  );
});

test('deux instances à la fois se partagent les courriels sans en envoyer un deux fois', async () => {
  for (let jour = 1; jour <= 9; jour += 1) await addCourriel(e.cadre.agentId, `2026-11-0${jour}`, 'escalade');
  await Promise.allSettled([run(), run()]);
  expect(listObjets().toSorted()).toEqual(Array.from({ length: 9 }, (_, rang) => `2026-11-0${rang + 1}`));
});

test('une adresse refusée n’arrête pas les autres, et s’abandonne au troisième refus', async () => {
  serveur.refus.set(e.referente.courriel, 550);
  await addCourriel(e.referente.agentId, '2026-11-23');
  await addCourriel(e.cadre.agentId, '2026-11-23');
  expect(await run()).toBe('1 envoyés, 1 refusés');
  for (const attendu of ['0 envoyés, 1 refusés', '0 envoyés, 1 refusés', '0 envoyés, 0 refusés']) {
    await waitProchainEssai();
    expect(await run()).toBe(attendu);
  }
  const [refuse] = await base.executeSql('select etat, refus, essais from alertes.courriel where refus is not null');
  expect(refuse).toEqual({ etat: 'abandonne', refus: '550', essais: 3 });
});

test('un refus passager se reprend dans les minutes', async () => {
  serveur.refus.set(e.referente.courriel, 450);
  await addCourriel(e.referente.agentId, '2026-11-23');
  await expect(run()).rejects.toThrow('1 courriels attendent');
  serveur.refus.clear();
  await waitProchainEssai();
  expect(await run()).toBe('1 envoyés, 0 refusés');
});

test('ce qui attend depuis une semaine, ou pour un agent parti, s’abandonne ; le clos s’efface au bout de trois mois', async () => {
  await addCourriel(e.cadre.agentId, '2026-11-01', 'escalade', '8 days');
  await addCourriel(e.collegue.agentId, '2026-11-23');
  await base.executeSql("update organisation.agent set periode = '[2010-01-01,2026-01-01)' where id = $1", [
    e.collegue.agentId,
  ]);
  expect(await run()).toBe('0 envoyés, 0 refusés');
  await base.executeSql("update organisation.agent set periode = '[2010-01-01,)' where id = $1", [e.collegue.agentId]);
  expect((await listEtats()).map(({ etat }) => etat)).toEqual(['abandonne', 'abandonne']);
  await base.executeSql("update alertes.courriel set clos_le = now() - interval '91 days'");
  await run();
  expect(await listEtats()).toEqual([]);
});

test('du matin à la boîte : le travail demandé écrit, la file envoie ; serveur fermé, elle réessaie d’elle-même', async () => {
  await base.executeSql('delete from alertes.tournee');
  await e.addEcheance({ pour: '2026-11-20', gravite: 'critique' });
  await migrateTravaux(base.urlProprietaire);
  await serveur.stop();
  const ouverts = await startTravaux({
    urlSysteme: base.urls.urlSysteme,
    db: base.db,
    travaux: TRAVAUX,
    adresse: 'https://marelle.example/',
    courriels: { url: serveur.url, expediteur: 'marelle@essai.example', adresse: 'https://marelle.example' },
    attenteSecondes: 0.5,
    repriseSecondes: 1,
  });
  try {
    await base.asSystem(({ tx }) => recordDemande(tx, { travail: 'alertes.tournee.faire' }, null));
    const passages = (issue: string) => async () =>
      (
        await base.executeSql(
          "select 1 from travaux.passage where travail = 'alertes.courriels.envoyer' and issue = $1",
          [issue],
        )
      ).length > 0;
    await expect.poll(passages('echec')).toBe(true);
    expect(serveur.recus).toEqual([]);
    await serveur.start();
    await expect.poll(passages('fait')).toBe(true);
  } finally {
    await ouverts.stop();
  }
  expect(serveur.recus.map(({ a }) => a).toSorted()).toEqual(
    [e.referente.courriel, e.referente.courriel, e.cadre.courriel, e.cadre.courriel, e.pole.courriel].toSorted(),
  );
  const [panne] = await base.executeSql<{ bilan: string }>(
    "select bilan from travaux.passage where issue = 'echec' limit 1",
  );
  expect(panne?.bilan).toBe('Le serveur de courriels ne répond pas, ou refuse Marelle.');
});
