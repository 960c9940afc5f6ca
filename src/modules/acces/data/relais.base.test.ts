import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus, type SaisieInvalide } from '#server/errors.ts';
import { withBase } from '#tests/support/base.ts';
import { createDepartement } from '../testing/departement-factory.ts';
import { anEnfant, type EnfantDEssai } from '../testing/enfant-factory.ts';
import { getCible } from './cible.server.ts';
import { recordMission } from './mission-commands.server.ts';
import { closeRelais, recordRelais } from './relais-commands.server.ts';
import { listCollegues, listReferentsDeLEquipe, listRelais } from './relais-queries.server.ts';

const base = withBase();
const qui = {} as Record<
  'absente' | 'collegue' | 'cadre' | 'ailleurs' | 'cadreAilleurs' | 'adjoint' | 'voisine',
  string
>;
let suivi: string;
let restreint: string;

beforeAll(async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  qui.absente = await addAgent('referent-educatif', unites.nord1);
  qui.collegue = await addAgent('referent-educatif', unites.nord1);
  qui.voisine = await addAgent('evaluateur', unites.nord2);
  qui.adjoint = await addAgent('assistant-administratif', unites.nord);
  qui.cadre = await addAgent('responsable-enfance', unites.nord);
  qui.ailleurs = await addAgent('referent-educatif', unites.sud1);
  qui.cadreAilleurs = await addAgent('responsable-enfance', unites.sud);
  suivi = await addEnfant(anEnfant().surLeTerritoire(unites.nord1).suiviPar(qui.absente));
  restreint = await addEnfant(anEnfant().restreint().suiviPar(qui.absente));
});

/** Un enfant, et une échéance qui lui est due. */
async function addEnfant(enfant: EnfantDEssai): Promise<string> {
  const id = await enfant.insert(base.executeSql);
  await base.executeSql(
    `insert into echeances.echeance (enfant_id, regle, cle, depuis, pour, statut, acteur, libelle, gravite, restreint)
     select e.id, 'PPE-001', '1', '2026-11-01', '2026-11-30', 'ouverte', 'referent', 'essai', 'normale', e.restreint
     from enfants.enfant e where e.id = $1`,
    [id],
  );
  return id;
}

const DU_21_AU_30 = { du: '21/11/2026', au: '30/11/2026', motif: 'congés' };

/** Le jour figé d'une base d'essai, changé le temps de l'essai. */
async function onJour<T>(jour: string, fn: () => Promise<T>): Promise<T> {
  await base.executeSql('update organisation.installation set jour_fige = $1', [jour]);
  try {
    return await fn();
  } finally {
    await base.executeSql("update organisation.installation set jour_fige = '2026-11-21'");
  }
}

const confier = (par: string, saisie: object) => base.asAgent(par, (c) => executeCommand(c, recordRelais, saisie));
const arreter = (par: string, saisie: object) => base.asAgent(par, (c) => executeCommand(c, closeRelais, saisie));
const list = (agent: string) => base.asAgent(agent, listRelais);
const listVus = (agent: string) =>
  base.asAgent(agent, async ({ tx }) => {
    const lire = async (requete: ReturnType<typeof sql<{ id: string }>>) =>
      (await requete.execute(tx)).rows.map(({ id }) => id);
    const vus = await lire(sql`select e.id from enfants.enfant e order by 1`);
    // Une liste, un dossier seul et les échéances disent la même chose.
    expect(await lire(sql`select d.id from acces.mes_dossiers d order by 1`)).toEqual(vus);
    expect(await lire(sql`select m.enfant_id as id from acces.mes_echeances m order by 1`)).toEqual(vus);
    return vus;
  });
const lireErreur = (promesse: Promise<unknown>) => promesse.then(() => undefined).catch((erreur: unknown) => erreur);
const listAvis = async (agentId: string) =>
  (
    await base.executeSql<{ titre: string }>(
      'select titre from organisation.avis where agent_id = $1 order by cree_le, titre',
      [agentId],
    )
  ).map(({ titre }) => titre);

describe('Confier les enfants d’un référent, du premier au dernier jour (CON-001)', () => {
  it('le collègue voit ces enfants du premier au dernier jour, et pas un jour de plus', async () => {
    expect(await listVus(qui.collegue)).toEqual([]);
    await confier(qui.absente, { agentId: qui.absente, relaisId: qui.collegue, ...DU_21_AU_30 });
    expect(await listVus(qui.collegue)).toEqual([suivi]);
    expect(await onJour('2026-11-30', () => listVus(qui.collegue))).toEqual([suivi]);
    expect(await onJour('2026-11-20', () => listVus(qui.collegue))).toEqual([]);
    expect(await onJour('2026-12-01', () => listVus(qui.collegue))).toEqual([]);
    expect(await listVus(qui.absente)).toEqual([suivi]);
  });

  it('un enfant donné au référent pendant le relais suit ; un enfant qu’on lui retire ne suit plus', async () => {
    const nouveau = await addEnfant(anEnfant().suiviPar(qui.absente));
    expect(await listVus(qui.collegue)).toEqual([suivi, nouveau].toSorted());
    await base.executeSql(
      "update enfants.mission set periode = '[2015-01-01,2026-11-21)' where enfant_id = $1 and nature = 'referent'",
      [nouveau],
    );
    expect(await listVus(qui.collegue)).toEqual([suivi]);
  });

  it('le relais n’ouvre pas un dossier restreint, ni ce que le référent suit autrement que comme référent', async () => {
    const enEquipe = await addEnfant(
      anEnfant({
        missions: [{ agentId: qui.absente, nature: 'equipe', periode: '[2015-01-01,)' }],
      }),
    );
    expect(await listVus(qui.absente)).toContain(enEquipe);
    const vus = await listVus(qui.collegue);
    expect(vus).not.toContain(enEquipe);
    expect(vus).not.toContain(restreint);
  });

  it('le collègue complète le dossier, mais ne se donne pas de mission : il n’a que les droits de son poste', async () => {
    const mission = { enfantId: suivi, nature: 'equipe', agentId: qui.collegue, uniteId: '', du: '21/11/2026' };
    const essai = base.asAgent(qui.collegue, (c) => executeCommand(c, recordMission, mission));
    expect(await lireErreur(essai)).toBeInstanceOf(Introuvable);
    await base.asAgent(qui.collegue, async (c) => {
      const { missions } = await getCible(c, suivi);
      expect(missions.find(({ agentId }) => agentId === qui.absente)?.relais).toEqual([qui.collegue]);
      await sql`update enfants.personne set lieu_naissance = 'ici' where id = ${suivi}`.execute(c.tx);
      const { rows } = await sql`select 1 from enfants.personne where id = ${suivi} and lieu_naissance = 'ici'`.execute(
        c.tx,
      );
      expect(rows).toHaveLength(1);
    });
  });

  it('un relais ne se relaie pas : qui relaie le collègue ne voit pas les enfants du premier', async () => {
    await confier(qui.cadre, { agentId: qui.collegue, relaisId: qui.adjoint, ...DU_21_AU_30 });
    expect(await listVus(qui.adjoint)).toEqual([]);
  });

  it('chacun des deux est avisé, sauf celui qui le fait', async () => {
    expect(await listAvis(qui.absente)).toEqual([]);
    expect(await listAvis(qui.adjoint)).toEqual(['Des enfants sont confiés à un collègue']);
    expect(await listAvis(qui.collegue)).toEqual([
      'Des enfants sont confiés à un collègue',
      'Des enfants sont confiés à un collègue',
    ]);
  });
});

describe('Qui confie, à qui, quand', () => {
  it.each([
    ['un collègue ne se confie pas les enfants d’un autre', 'collegue', 'collegue'],
    ['un cadre d’un autre territoire ne les confie pas', 'cadreAilleurs', 'collegue'],
  ] as const)('%s', async (_, par, relais) => {
    const saisie = { agentId: qui.absente, relaisId: qui[relais], du: '01/12/2026', au: '02/12/2026', motif: 'essai' };
    expect(await lireErreur(confier(qui[par], saisie))).toBeInstanceOf(Introuvable);
  });

  it.each([
    ['à qui est d’un autre territoire', { relaisId: 'ailleurs' }, 'relaisId'],
    ['à soi-même', { relaisId: 'absente' }, 'relaisId'],
    ['dès la veille', { du: '20/11/2026' }, 'du'],
    ['sur des jours déjà confiés', { du: '30/11/2026' }, 'du'],
  ] as const)('pas %s : le refus vient à côté du champ', async (_, change, champ) => {
    const saisie = { relaisId: 'collegue', du: '01/12/2026', au: '02/12/2026', motif: 'essai', ...change } as const;
    const erreur = await lireErreur(
      confier(qui.absente, { ...saisie, agentId: qui.absente, relaisId: qui[saisie.relaisId] }),
    );
    expect(erreur).toBeInstanceOf(Refus);
    expect((erreur as Refus).champ).toBe(champ);
  });

  it('la fin ne précède pas le début, et la raison se dit', async () => {
    const erreur = await lireErreur(
      confier(qui.absente, { agentId: qui.absente, relaisId: '', du: '02/12/2026', au: '01/12/2026', motif: ' ' }),
    );
    expect((erreur as SaisieInvalide).erreurs).toMatchObject({
      relaisId: 'Choisissez un collègue.',
      motif: 'Dites pourquoi, en quelques mots.',
    });
    const fin = { agentId: qui.absente, relaisId: qui.collegue, du: '02/12/2026', au: '01/12/2026', motif: 'essai' };
    expect(((await lireErreur(confier(qui.absente, fin))) as SaisieInvalide).erreurs).toEqual({
      au: 'La fin précède le début.',
    });
  });

  it('l’encadrant choisit aussi dans tout son périmètre ; le référent, dans son unité, celle dont elle dépend et ses voisines', async () => {
    const proposes = (par: string) =>
      base.asAgent(par, async (c: Contexte) => (await listCollegues(c, qui.absente)).map(({ id }) => id).toSorted());
    expect(await proposes(qui.absente)).toEqual([qui.collegue, qui.voisine, qui.adjoint, qui.cadre].toSorted());
    expect(await proposes(qui.cadreAilleurs)).toContain(qui.ailleurs);
  });

  it('l’encadrant voit les référents de son équipe, et combien d’enfants chacun peut confier', async () => {
    const equipe = await base.asAgent(qui.cadre, listReferentsDeLEquipe);
    expect(equipe.map(({ id, enfants }) => ({ id, enfants }))).toEqual([{ id: qui.absente, enfants: 1 }]);
    expect(await base.asAgent(qui.cadreAilleurs, listReferentsDeLEquipe)).toEqual([]);
  });
});

describe('Arrêter un relais', () => {
  const leSien = async () => (await list(qui.absente)).find(({ agentId }) => agentId === qui.absente)!;

  it('celui qui relaie ne l’arrête pas ; un cadre d’ailleurs ne le voit pas', async () => {
    const relais = await leSien();
    expect(await lireErreur(arreter(qui.collegue, relais))).toBeInstanceOf(Introuvable);
    expect(await lireErreur(arreter(qui.cadreAilleurs, relais))).toBeInstanceOf(Introuvable);
    expect(await list(qui.cadreAilleurs)).toEqual([]);
  });

  it('arrêté par l’encadrant au cinquième jour, il vaut jusqu’à la veille, et les deux le savent', async () => {
    const relais = await leSien();
    await onJour('2026-11-25', async () => {
      await arreter(qui.cadre, relais);
      expect(await listVus(qui.collegue)).toEqual([]);
      expect(await lireErreur(arreter(qui.cadre, relais))).toBeInstanceOf(Conflit);
    });
    expect(await leSien()).toMatchObject({ du: '2026-11-21', au: '2026-11-24' });
    expect(await listAvis(qui.absente)).toEqual(['Un relais est arrêté']);
    expect((await listAvis(qui.collegue)).at(-1)).toBe('Un relais est arrêté');
  });

  it('arrêté avant d’avoir servi, il disparaît des listes, et le journal le garde', async () => {
    const id = await confier(qui.absente, {
      agentId: qui.absente,
      relaisId: qui.collegue,
      du: '24/12/2026',
      au: '31/12/2026',
      motif: 'congés',
    });
    await arreter(qui.absente, { id, version: 1 });
    expect((await list(qui.absente)).map((relais) => relais.id)).not.toContain(id);
    expect(await lireErreur(arreter(qui.absente, { id, version: 2 }))).toBeInstanceOf(Introuvable);
    const traces = await base.executeSql<{ acte: string }>(
      'select acte from journal.evenement where objet_id = $1 order by le, rang',
      [id],
    );
    expect(traces.map(({ acte }) => acte)).toEqual(['acces.relais.confier', 'acces.relais.arreter']);
  });
});
