import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeMission, recordMission } from '#modules/acces/index.server.ts';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { defineRecordActe } from '#modules/mesures/index.server.ts';
import { recordParametre } from '#modules/organisation/index.server.ts';
import { executeCommand } from '#server/define-command.ts';
import type { ContexteDeTravail } from '#server/jobs/travail.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { FAITS, findRegle } from '../rules/referentiel.ts';
import { findEcheance } from './echeances-queries.server.ts';
import { updateEcheancesTouchees } from './recalcul.server.ts';
import { TRAVAUX, updateToutes } from './travaux.server.ts';

const base = withBase();
let d: DepartementDEssai;
let cadre: string;
let referent: string;
let ailleurs: string;
let pole: string;

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  cadre = await d.addAgent('cadre-territorial-ase', d.unites.nord1);
  referent = await d.addAgent('referent-educatif', d.unites.nord1);
  ailleurs = await d.addAgent('cadre-territorial-ase', d.unites.sud1);
  pole = await d.addAgent('responsable-pole', d.unites.departement);
});
beforeEach(async () => {
  await base.executeSql('delete from ip.information');
  await base.executeSql('delete from mesures.acte');
  await base.executeSql('delete from enfants.mission');
  await base.executeSql('delete from enfants.enfant');
  await base.executeSql('delete from echeances.a_revoir');
  await base.executeSql('delete from travaux.demande');
});

type Ligne = {
  id: string;
  regle: string;
  statut: string;
  pour: string;
  faite_le: string | null;
  agent_id: string | null;
};
const lire = (objetId: string, regle: string) =>
  base.executeSql<Ligne>(
    `select id, regle, statut, pour::text, faite_le::text, agent_id, unite_id from echeances.echeance
     where objet_id = $1 and regle = $2 order by pour`,
    [objetId, regle],
  );
const toutLire = () =>
  base.executeSql(
    'select objet_id, regle, cle, pour::text, statut, faite_le::text, acteur, libelle, gravite, agent_id, unite_id, etapes from echeances.echeance order by objet_id, regle, cle',
  );
const marques = async () => (await base.executeSql('select 1 from echeances.a_revoir')).length;
const refaire = () => updateToutes({ enSysteme: (fn) => base.asSystem(fn) });
const aTravail = (donnees: unknown): ContexteDeTravail => ({
  db: base.db,
  donnees,
  adresse: 'https://marelle.example',
  courriels: undefined,
  signal: new AbortController().signal,
  enSysteme: (fn) => base.asSystem(fn),
});
const nommer = (enfantId: string, agentId = referent, du = '21/11/2026') =>
  base.asAgent(cadre, (contexte) =>
    executeCommand(contexte, recordMission, {
      enfantId,
      nature: 'referent',
      agentId,
      uniteId: '',
      du,
      au: '',
      motif: '',
    }),
  );

describe('Ce qui est dû se refait dans la transaction de l’acte', () => {
  it('nommer un référent satisfait l’obligation de le nommer, aussitôt (CON-002)', async () => {
    const id = await anEnfant().surLeTerritoire(d.unites.nord1).insert(base.executeSql);
    await refaire();
    expect(await lire(id, 'CON-002')).toMatchObject([{ statut: 'ouverte', pour: '2015-01-16' }]);
    await nommer(id);
    expect(await lire(id, 'CON-002')).toMatchObject([{ statut: 'faite', faite_le: '2026-11-21' }]);
    expect(await marques(), 'rien ne reste à revoir').toBe(0);
  });
  it('une échéance qui demeure garde son identité et le jour où elle est apparue', async () => {
    const id = await anEnfant().surLeTerritoire(d.unites.nord1).insert(base.executeSql);
    await refaire();
    const [avant] = await lire(id, 'CON-002');
    await nommer(id);
    const [mission] = await base.executeSql<{ id: string; version: number }>(
      "select id, version from enfants.mission where enfant_id = $1 and nature = 'referent'",
      [id],
    );
    expect((await lire(id, 'CON-002'))[0]?.id).toBe(avant?.id);
    await base.asAgent(cadre, (contexte) =>
      executeCommand(contexte, closeMission, { id: mission?.id, version: String(mission?.version), au: '21/11/2026' }),
    );
    const lignes = await lire(id, 'CON-002');
    expect(lignes.map(({ statut, pour }) => [statut, pour])).toEqual([
      ['faite', '2015-01-16'],
      ['ouverte', '2026-12-07'],
    ]);
  });
  it('un acte annulé n’y laisse rien', async () => {
    const id = await anEnfant().surLeTerritoire(d.unites.nord1).insert(base.executeSql);
    await refaire();
    const avant = await toutLire();
    await expect(
      base.asAgent(cadre, async (contexte) => {
        await executeCommand(contexte, recordMission, {
          enfantId: id,
          nature: 'referent',
          agentId: referent,
          uniteId: '',
          du: '21/11/2026',
          au: '',
          motif: '',
        });
        throw new Error('coupure');
      }),
    ).rejects.toThrow('coupure');
    expect(await toutLire()).toEqual(avant);
  });
  it('passer la main à un autre territoire refait ce qui est dû, même si l’on ne voit plus l’enfant', async () => {
    const id = await anEnfant().surLeTerritoire(d.unites.nord1).insert(base.executeSql);
    await refaire();
    await base.asAgent(cadre, (contexte) =>
      executeCommand(contexte, recordMission, {
        enfantId: id,
        nature: 'territoire',
        agentId: '',
        uniteId: d.unites.sud1,
        du: '21/11/2026',
        au: '',
        motif: '',
      }),
    );
    const [ligne] = await lire(id, 'CON-002');
    expect(ligne).toMatchObject({ unite_id: d.unites.sud1 });
    expect(await base.asAgent(cadre, (contexte) => findEcheance(contexte, ligne?.id ?? ''))).toBeUndefined();
    expect(await base.asAgent(ailleurs, (contexte) => findEcheance(contexte, ligne?.id ?? ''))).toMatchObject({
      regle: 'CON-002',
    });
  });
  it('deux actes ensemble sur le même enfant : le second voit le premier', async () => {
    const id = await anEnfant().surLeTerritoire(d.unites.nord1).insert(base.executeSql);
    await refaire();
    await Promise.all([
      nommer(id),
      base.asAgent(pole, (contexte) =>
        executeCommand(contexte, recordMission, {
          enfantId: id,
          nature: 'equipe',
          agentId: '',
          uniteId: d.unites.nord2,
          du: '20/11/2026',
          au: '',
          motif: '',
        }),
      ),
    ]);
    const tenues = await toutLire();
    await refaire();
    expect(tenues).toEqual(await toutLire());
  });
});

it('un jalon d’audience s’inscrit depuis son échéance, et la satisfait aussitôt (PRE-001)', async () => {
  const recordActe = defineRecordActe(FAITS);
  const enfantId = await anEnfant().surLeTerritoire(d.unites.nord1).suiviPar(referent).insert(base.executeSql);
  const inscrire = (saisie: Record<string, unknown>) =>
    base.asAgent(referent, (contexte) => executeCommand(contexte, recordActe, { enfantId, ...saisie }));
  const statuts = async () => (await lire(enfantId, 'PRE-001')).map(({ pour, statut }) => [pour, statut]);
  await inscrire({ type: 'audience', le: '28/01/2027', 'donnees.nature': 'juge' });
  expect(await statuts()).toEqual([
    ['2026-10-30', 'ouverte'],
    ['2026-11-29', 'ouverte'],
  ]);
  expect(findRegle('PRE-001')?.acte?.type).toBe('preparation-audience');
  await inscrire({ type: 'preparation-audience', le: '21/11/2026', 'donnees.jalon': 'rencontre' });
  expect(await statuts()).toEqual([
    ['2026-10-30', 'ouverte'],
    ['2026-11-29', 'faite'],
  ]);
});

describe('Une information doit, elle aussi', () => {
  it('l’écrire suffit à la marquer ; la refaire dit son délai légal, et la clore l’éteint (IP-010)', async () => {
    const { id } = await anInformation()
      .dansUnite(d.unites.nord1)
      .etat('attribuee')
      .recueLe('2026-10-01')
      .insert(base.executeSql);
    expect(await marques()).toBeGreaterThan(0);
    await refaire();
    const ouvertes = await base.executeSql(
      "select regle, pour::text, unite_id from echeances.echeance where information_id = $1 and statut = 'ouverte'",
      [id],
    );
    expect(ouvertes).toContainEqual({ regle: 'IP-010', pour: '2027-01-01', unite_id: d.unites.nord1 });
    await base.executeSql("update ip.information set etat = 'transferee', close_le = '2026-11-20' where id = $1", [id]);
    await refaire();
    expect(await lire(id, 'IP-010')).toEqual([]);
  });
});

describe('La nuit refait tout', () => {
  it('coupée en chemin puis refaite, elle donne ce que donne une nuit entière', async () => {
    for (let i = 0; i < 30; i += 1) await anEnfant().surLeTerritoire(d.unites.nord1).insert(base.executeSql);
    let lots = 0;
    const coupe = updateToutes({
      enSysteme: (fn) => {
        lots += 1;
        if (lots > 1) throw new Error('coupure');
        return base.asSystem(fn);
      },
    });
    await expect(coupe).rejects.toThrow('coupure');
    await refaire();
    const entiere = await toutLire();
    expect(await refaire()).toMatchObject({ mouvement: { apparues: 0, changees: 0, otees: 0, pannes: [] } });
    expect(await toutLire()).toEqual(entiere);
    expect(entiere).toHaveLength(30);
  });
  it.each([
    ['recule d’un jour', '2026-11-20'],
    ['avance de dix jours', '2026-12-01'],
  ])('l’horloge du serveur %s, puis revient : rien n’est doublé, rien n’est perdu', async (_, faux) => {
    await anEnfant().surLeTerritoire(d.unites.nord1).insert(base.executeSql);
    await anEnfant().surLeTerritoire(d.unites.nord1).suiviPar(referent).insert(base.executeSql);
    await anInformation().dansUnite(d.unites.nord1).recueLe('2026-11-20').etat('recue').insert(base.executeSql);
    await refaire();
    const avant = await base.executeSql('select * from echeances.echeance order by id');
    const regler = (jour: string) => base.executeSql('update organisation.installation set jour_fige = $1', [jour]);
    await regler(faux);
    try {
      await refaire();
      expect(await base.executeSql('select id from echeances.echeance')).toEqual(
        expect.arrayContaining(avant.map(({ id }) => ({ id }))),
      );
    } finally {
      await regler('2026-11-21');
    }
    await refaire();
    expect(await base.executeSql('select * from echeances.echeance order by id')).toEqual(avant);
  });
  it('une écriture en nombre demande le travail qui la suit, et lui seul', async () => {
    for (let i = 0; i < 41; i += 1) await anEnfant().surLeTerritoire(d.unites.nord1).insert(base.executeSql);
    await base.executeSql('delete from travaux.demande');
    await base.asSystem(async ({ tx, aujourdhui }) => {
      await tx
        .updateTable('enfants.enfant')
        .set({ ouvertLe: jourCivil('2016-01-01') })
        .execute();
      await updateEcheancesTouchees({ tx, aujourdhui });
    });
    expect(await base.executeSql('select travail from travaux.demande')).toEqual([{ travail: 'echeances.revoir' }]);
    expect(await marques()).toBeGreaterThan(40);
    const revoir = TRAVAUX.find(({ nom }) => nom === 'echeances.revoir');
    const bilan = await revoir?.run(aTravail({}));
    expect(bilan).toBe('41 dossiers');
    expect(await marques()).toBe(0);
  });
  it('un réglage changé refait tout et dit à qui l’a réglé combien d’obligations ont bougé', async () => {
    await anInformation().dansUnite(d.unites.nord1).etat('recue').recueLe('2026-11-19').insert(base.executeSql);
    await anEnfant().surLeTerritoire(d.unites.nord1).insert(base.executeSql);
    await refaire();
    await base.asAgent(pole, (contexte) =>
      executeCommand(contexte, recordParametre, {
        cle: 'evaluation.tri-jours-ouvres',
        valeur: '10',
        du: '21/11/2026',
        confiance: 'local',
        source: 'Note de service',
      }),
    );
    const [demande] = await base.executeSql<{ donnees: unknown }>(
      "select donnees from travaux.demande where travail = 'echeances.calculer'",
    );
    expect(demande?.donnees).toEqual({ parametre: 'evaluation.tri-jours-ouvres', parId: pole });
    await TRAVAUX.find(({ nom }) => nom === 'echeances.calculer')?.run(aTravail(demande?.donnees));
    const [avis] = await base.executeSql<{ texte: string }>('select texte from organisation.avis where agent_id = $1', [
      pole,
    ]);
    expect(avis?.texte).toMatch(
      /^Première lecture par la cellule de recueil : 0 échéances apparues, 1 déplacées, 0 ôtées\.$/,
    );
  });
});

describe('Une règle en panne', () => {
  it('n’empêche ni l’acte ni les autres dossiers : elle reste à revoir, et le travail échoue jusqu’à sa réparation', async () => {
    const sain = await anEnfant().surLeTerritoire(d.unites.nord1).insert(base.executeSql);
    const malade = await anEnfant().surLeTerritoire(d.unites.nord1).insert(base.executeSql);
    await refaire();
    // Quinze jours après la fin du calendrier : la règle ne sait pas compter.
    const ouvrirLe = (jour: string) =>
      base.executeSql('update enfants.enfant set ouvert_le = $1 where id = $2', [jour, malade]);
    await ouvrirLe('9999-12-31');
    await base.executeSql('delete from echeances.a_revoir');
    await base.asAgent(cadre, (contexte) =>
      executeCommand(contexte, recordMission, {
        enfantId: malade,
        nature: 'instance',
        agentId: referent,
        uniteId: '',
        du: '21/11/2026',
        au: '',
        motif: '',
      }),
    );
    expect(await marques(), 'l’acte est fait, son calcul reste à revoir').toBe(1);
    expect(await lire(malade, 'CON-002')).toMatchObject([{ statut: 'ouverte' }]);
    const revoir = TRAVAUX.find(({ nom }) => nom === 'echeances.revoir');
    await expect(revoir?.run(aTravail({}))).rejects.toThrow('1 dossiers n’ont pas pu être calculés');
    await ouvrirLe('2015-01-01');
    expect(await revoir?.run(aTravail({}))).toBe('1 dossiers');
    expect(await lire(malade, 'CON-002')).toMatchObject([{ statut: 'ouverte', pour: '2015-01-16' }]);
    expect(await lire(sain, 'CON-002')).toMatchObject([{ statut: 'ouverte' }]);
  });
});

describe('Qui voit et qui écrit', () => {
  it('une échéance se lit de qui voit l’enfant, et d’eux seuls', async () => {
    const id = await anEnfant().surLeTerritoire(d.unites.nord1).insert(base.executeSql);
    const cache = await anEnfant().surLeTerritoire(d.unites.nord1).restreint().insert(base.executeSql);
    await refaire();
    const voit = (agent: string) =>
      base.asAgent(agent, async ({ tx }) => ({
        lignes: (await tx.selectFrom('echeances.echeance').select('enfantId').execute()).map(
          ({ enfantId }) => enfantId,
        ),
        vue: (await tx.selectFrom('acces.mesEcheances').select('enfantId').execute()).map(({ enfantId }) => enfantId),
      }));
    expect(await voit(cadre)).toEqual({ lignes: [id], vue: [id] });
    expect(await voit(pole)).toEqual({ lignes: [id], vue: [id] });
    for (const agent of [ailleurs, referent]) expect(await voit(agent)).toEqual({ lignes: [], vue: [] });
    expect(cache).not.toBe(id);
  });
  it('un agent n’en écrit aucune de sa main, ni sur ce que son acte n’a pas touché', async () => {
    const id = await anEnfant().surLeTerritoire(d.unites.nord1).insert(base.executeSql);
    await refaire();
    const [ligne] = await lire(id, 'CON-002');
    const tente = (texte: string) =>
      base.asAgent(cadre, async ({ tx }) => tx.executeQuery({ sql: texte, parameters: [], query: {} } as never));
    await expect(tente(`delete from echeances.echeance where id = '${ligne?.id}'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(tente(`update echeances.echeance set pour = '2030-01-01'`)).rejects.toThrow(/permission denied/);
    await expect(tente('select * from echeances.a_revoir')).rejects.toThrow(/permission denied/);
    await expect(tente(`select echeances.lire(array['${id}']::uuid[])`)).rejects.toThrow(/permission denied/);
    await expect(
      tente(`select echeances.ecrire_touches('[{"enfant_id":"${id}","regle":"X","cle":"x"}]'::jsonb, '{}')`),
    ).rejects.toThrow(/n'a pas touché/);
  });
});
