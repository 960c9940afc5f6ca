import { type RawBuilder, sql } from 'kysely';
import { RouterContextProvider } from 'react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { createCreche, createEnfantAccueilli } from '#modules/eaje/testing/creche-factory.ts';
import { ROLES_CRECHE, type RoleCreche, withCreches } from '#modules/eaje/testing/monde-creches.ts';
import { withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus } from '#server/errors.ts';
import { agentContexte } from '#server/request-context.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { executeEnsemble } from '#tests/support/deux-transactions.ts';
import { POINTS_REOUVERTURE } from '../dossier-travaux.ts';
import { canDecider, canDemander, canReadTravaux, canUpdateDossier } from '../droits.ts';
import { listPlacesGelees } from '../index.server.ts';
import { isOuvert } from '../rules/transitions.ts';
import { loader } from '../web/travaux-classeur.ts';
import { recordBesoin, recordImpact, updateDossier, updateEtatTravaux } from './dossiers-commands.server.ts';
import { getDossier, listCorrections, listDossiers } from './dossiers-queries.server.ts';
import { listHotesDe, listRelogements } from './hotes-queries.server.ts';
import {
  closeInformationTravaux,
  closePoint,
  recordInformationTravaux,
  recordPoint,
  recordRelogement,
  updateInformationTravaux,
} from './suites-commands.server.ts';

const base = withBase();
const o = withOrganisation(base);
const c = withCreches(base, o);
const attraper = (promesse: Promise<unknown>) => promesse.then(() => undefined).catch((erreur: unknown) => erreur);

/** Soixante places au nord, modulées à vingt de 7 h 30 à 8 h 30 ; cinquante-cinq enfants de 8 h 30 à 17 h 30. Une voisine de dix places. */
const ENFANTS = 55;
const hote = { id: '' };
const enfants: string[] = [];
const BESOIN = {
  ...{ nature: 'INTERIEUR', objet: 'Sols', motif: 'Usés', enjeux: ['CONFORMITE'], toucheAutorisation: 'oui' },
  ...{ debutPrevu: '30/11/2026', reouverturePrevue: '07/12/2026', placesGelees: '60', gelDebut: '', gelFin: '' },
};
beforeAll(async () => {
  await base.asSystem(async ({ tx }) => {
    for (let rang = 0; rang < ENFANTS; rang += 1)
      enfants.push((await createEnfantAccueilli(tx, { creche: c.monde.nord, nom: `Essai ${rang}` })).id);
    hote.id = (await createCreche(tx, { parentId: o.unites.nord, code: 'CH', places: 10 })).id;
  });
});

const inscrire = (plus = {}, role: RoleCreche = 'crecheNord') =>
  c.agit(role, recordBesoin, { etablissementId: c.monde.nord.id, ...BESOIN, ...plus });
const avancer = (id: string, version: number, acte: string, plus = {}) =>
  c.agit('territoireNord', updateEtatTravaux, {
    id,
    version: String(version),
    acte,
    le: '21/11/2026',
    motif: '',
    ...plus,
  });
const lire = (id: string, role: RoleCreche = 'territoireNord') => c.asRole(role, ({ tx }) => getDossier(tx, id));

describe('Du besoin à la réouverture', () => {
  it('un besoin ne se valide pas sans impact chiffré (TRV-02), et le chiffrage se refait quand les dates changent', async () => {
    const id = await inscrire();
    const refus = await attraper(avancer(id, 1, 'valider'));
    expect(refus).toBeInstanceOf(Refus);
    expect(refus).toMatchObject({
      message: expect.stringContaining('TRV-02'),
      textes: [{ code: expect.stringContaining('TRV-02') }],
    });

    await c.agit('territoireNord', recordImpact, { dossierId: id, agents: '12' });
    const { impact, perte } = await lire(id);
    // Cinq jours ouverts : vingt places une heure, soixante les dix autres ; neuf heures d'accueil par enfant.
    expect(impact).toMatchObject({ joursOuverts: 5, minutesGelees: 5 * (20 + 600) * 60, enfants: ENFANTS, agents: 12 });
    expect(impact?.minutesPerdues).toBe(ENFANTS * 9 * 5 * 60);
    expect(perte).toMatchObject({ centimes: null, methode: [expect.stringContaining('Aucune heure')] });

    await c.agit('crecheNord', updateDossier, { id, version: '1', ...BESOIN, reouverturePrevue: '14/12/2026' });
    expect(await attraper(avancer(id, 2, 'valider'))).toMatchObject({ message: expect.stringContaining('ont changé') });
    await c.agit('territoireNord', recordImpact, { dossierId: id, agents: '12' });
    await avancer(id, 2, 'valider');
    expect(await lire(id)).toMatchObject({ etat: 'VALIDE', valideLe: '2026-11-21', impact: { joursOuverts: 10 } });
  });

  it('une crèche ne gèle pas plus de places qu’elle n’en a jamais offert', async () => {
    const refus = { champ: 'placesGelees', message: expect.stringContaining('offre 60 places au plus') };
    expect(await attraper(inscrire({ placesGelees: '61' }))).toMatchObject(refus);
    const id = await inscrire({ placesGelees: '60' });
    const corriger = { id, version: '1', ...BESOIN, placesGelees: '61' };
    expect(await attraper(c.agit('crecheNord', updateDossier, corriger))).toMatchObject(refus);
  });

  it('deux personnes à la fois : la seconde voit ce que la première a écrit', async () => {
    const id = await inscrire();
    await c.agit('crecheNord', updateDossier, { id, version: '1', ...BESOIN, objet: 'Sols et murs' });
    const tard = await attraper(c.agit('territoireNord', updateDossier, { id, version: '1', ...BESOIN }));
    expect(tard).toBeInstanceOf(Conflit);
    expect(tard).toMatchObject({ actuel: { 'Ce qui est à faire': 'Sols et murs' } });
  });

  it('la crèche ne rouvre pas tant qu’un point manque (TRV-03), et dit par qui chacun est tenu', async () => {
    const id = await inscrire({ debutPrevu: '20/11/2026', reouverturePrevue: '21/11/2026' });
    await c.agit('territoireNord', recordImpact, { dossierId: id, agents: '' });
    let version = 1;
    for (const acte of ['valider', 'programmer', 'commencer', 'recevoir']) {
      await avancer(id, version, acte);
      version += 1;
    }
    const points = Object.keys(POINTS_REOUVERTURE);
    // Commencés le 21 : la veille, rien ne s'y tient.
    const veille = { dossierId: id, point: 'MENAGE', le: '20/11/2026', preuve: 'Vu' };
    expect(await attraper(c.agit('crecheNord', recordPoint, veille))).toBeInstanceOf(Refus);
    for (const point of points.slice(1))
      await c.agit('crecheNord', recordPoint, { dossierId: id, point, le: '21/11/2026', preuve: 'Vu et noté' });
    expect(await attraper(avancer(id, version, 'rouvrir'))).toMatchObject({
      message: expect.stringContaining('Sécurité incendie'),
    });
    const sansPreuve = c.agit('crecheNord', recordPoint, {
      dossierId: id,
      point: points[0],
      le: '21/11/2026',
      preuve: ' ',
    });
    expect(await attraper(sansPreuve)).toMatchObject({ erreurs: { preuve: expect.stringContaining('preuve') } });
    await c.agit('territoireNord', recordPoint, {
      dossierId: id,
      point: points[0],
      le: '21/11/2026',
      preuve: 'Registre',
    });
    const { points: tenus } = await lire(id);
    expect(tenus.find(({ point }) => point === 'INCENDIE')?.par).toContain('Nord');
    // Un point retiré manque de nouveau.
    await c.agit('crecheNord', closePoint, { dossierId: id, pointId: tenus[0]?.id ?? '' });
    expect(await attraper(avancer(id, version, 'rouvrir'))).toBeInstanceOf(Refus);
    await c.agit('crecheNord', recordPoint, {
      dossierId: id,
      point: tenus[0]?.point ?? '',
      le: '21/11/2026',
      preuve: 'Revu',
    });
    // Commencés, ils ne gèlent plus autre chose ; la réouverture prévue bouge encore.
    const dates = { debutPrevu: '20/11/2026', reouverturePrevue: '25/11/2026' };
    const corriger = (plus: object) =>
      c.agit('territoireNord', updateDossier, { id, version: String(version), ...BESOIN, ...dates, ...plus });
    expect(await attraper(corriger({ placesGelees: '10' }))).toMatchObject({ champ: 'placesGelees' });
    expect(await attraper(corriger({ debutPrevu: '19/11/2026' }))).toMatchObject({ champ: 'debutPrevu' });
    await corriger({});
    version += 1;
    await avancer(id, version, 'rouvrir');
    expect(await lire(id)).toMatchObject({ etat: 'ROUVERT', rouvertLe: '2026-11-21' });
    expect(await attraper(avancer(id, version + 1, 'abandonner', { motif: 'x' }))).toBeInstanceOf(Refus);
  });

  it('un point ne se retire pas pendant que la crèche rouvre : l’un attend l’autre (TRV-03)', async () => {
    const preparer = async () => {
      const id = await inscrire({ debutPrevu: '20/11/2026', reouverturePrevue: '21/11/2026' });
      expect(
        await attraper(
          c.agit('crecheNord', recordPoint, { dossierId: id, point: 'MENAGE', le: '21/11/2026', preuve: 'Vu' }),
        ),
      ).toMatchObject({ champ: 'point' });
      await c.agit('territoireNord', recordImpact, { dossierId: id, agents: '' });
      for (const [rang, acte] of ['valider', 'programmer', 'commencer', 'recevoir'].entries())
        await avancer(id, rang + 1, acte);
      for (const point of Object.keys(POINTS_REOUVERTURE))
        await c.agit('crecheNord', recordPoint, { dossierId: id, point, le: '21/11/2026', preuve: 'Vu et noté' });
      const retirer = { dossierId: id, pointId: (await lire(id)).points[0]?.id ?? '' };
      const rouvrir = { id, version: '5', acte: 'rouvrir', le: '21/11/2026', motif: '' };
      return { id, retirer, rouvrir };
    };
    const un = await preparer();
    const [retire, rouvert] = await executeEnsemble(
      base,
      (tenir) =>
        c.asRole('crecheNord', async (contexte) => {
          await executeCommand(contexte, closePoint, un.retirer);
          await tenir();
        }),
      () => c.agit('territoireNord', updateEtatTravaux, un.rouvrir),
    );
    expect(retire.status).toBe('fulfilled');
    expect(rouvert).toMatchObject({ reason: { message: expect.stringContaining('ne rouvre pas') } });
    const deux = await preparer();
    const [rouverte, tard] = await executeEnsemble(
      base,
      (tenir) =>
        c.asRole('territoireNord', async (contexte) => {
          await executeCommand(contexte, updateEtatTravaux, deux.rouvrir);
          await tenir();
        }),
      () => c.agit('crecheNord', closePoint, deux.retirer),
    );
    expect(rouverte.status).toBe('fulfilled');
    expect(tard).toMatchObject({ reason: { message: expect.stringContaining('ne change plus') } });
    expect((await lire(deux.id)).points).toHaveLength(7);
  });

  it('les étapes se suivent dans l’ordre, un abandon dit sa raison', async () => {
    const id = await inscrire();
    expect(await attraper(avancer(id, 1, 'rouvrir'))).toBeInstanceOf(Refus);
    expect(await attraper(avancer(id, 1, 'abandonner'))).toMatchObject({ champ: 'motif' });
    expect(await attraper(avancer(id, 1, 'abandonner', { motif: 'x', le: '20/11/2026' }))).toMatchObject({
      champ: 'le',
    });
    expect(await attraper(avancer(id, 1, 'abandonner', { motif: 'x', le: '22/11/2026' }))).toMatchObject({
      champ: 'le',
    });
    await avancer(id, 1, 'abandonner', { motif: 'Rénovation complète' });
    expect(await lire(id)).toMatchObject({ etat: 'ABANDONNE', abandonMotif: 'Rénovation complète' });
  });
});

describe('Un relogement ne passe jamais ce que la crèche hôte peut (CSP R2324-27, CAP-05, CAP-06)', () => {
  it('dix places vides : dix enfants, onze refusés, et les suivants comptent les premiers', async () => {
    const id = await inscrire();
    const reloger = (plus: object) =>
      c.agit('territoireNord', recordRelogement, { dossierId: id, hoteId: hote.id, nombre: '', ...plus });
    expect(await attraper(reloger({ nombre: '11' }))).toMatchObject({
      message: expect.stringContaining('10 enfants de plus, pas 11'),
    });
    await reloger({ enfants: enfants.slice(0, 3), nombre: '5' });
    expect(await attraper(reloger({ nombre: '3' }))).toMatchObject({
      message: expect.stringContaining('2 enfants de plus'),
    });
    expect(await attraper(reloger({ enfants: enfants.slice(0, 1) }))).toMatchObject({ champ: 'enfants' });
    expect(await attraper(reloger({}))).toMatchObject({ champ: 'enfants' });
    expect(await attraper(reloger({ hoteId: c.monde.sud.id, nombre: '1' }))).toMatchObject({ champ: 'hoteId' });
    // L'hôte perd des places : ceux qu'elle ne peut plus garder se disent.
    const examiner = async () => {
      const [examinee] = await c.asRole('territoireNord', async (contexte) =>
        listHotesDe(contexte, await getDossier(contexte.tx, id)),
      );
      return examinee?.depasse;
    };
    expect(await examiner()).toBe(0);
    await base.executeSql('update eaje.autorisation set places = 6 where etablissement_id = $1', [hote.id]);
    expect(await examiner()).toBe(2);
    await base.executeSql('update eaje.autorisation set places = 10 where etablissement_id = $1', [hote.id]);
    await reloger({ enfants: enfants.slice(3, 5) });
    const inscrits = await c.asRole('territoireNord', ({ tx }) => listRelogements(tx, id));
    expect(inscrits.reduce((total, { nombre }) => total + nombre, 0)).toBe(10);
    expect(inscrits.filter(({ enfant }) => enfant !== null)).toHaveLength(5);
    // Sa responsable voit qui part, pas la crèche d'un autre.
    const vus = await c.asRole('crecheNord', ({ tx }) => listRelogements(tx, id));
    expect(vus.map(({ enfantId, nombre }) => [enfantId, nombre]).toSorted()).toEqual(
      inscrits.map(({ enfantId, nombre }) => [enfantId, nombre]).toSorted(),
    );
    expect(new Set(vus.map(({ hote: nom }) => nom))).toEqual(new Set([null]));
    await avancer(id, 1, 'abandonner', { motif: 'Fin' });
    // Des travaux abandonnés rendent les places.
    const autre = await inscrire();
    await c.agit('territoireNord', recordRelogement, { dossierId: autre, hoteId: hote.id, nombre: '10' });
    await avancer(autre, 1, 'abandonner', { motif: 'Fin' });
  });
});

describe('Les places gelées se comptent par crèche (IND-10)', () => {
  it('programmées ou en cours, dans la période ; rien d’un besoin', async () => {
    const compter = (du: string, au: string, role: RoleCreche = 'territoireNord') =>
      c.asRole(role, (contexte) => listPlacesGelees(contexte, { du: jourCivil(du), au: jourCivil(au) }));
    const avant = await compter('2027-03-01', '2027-03-31');
    const id = await inscrire({ debutPrevu: '01/03/2027', reouverturePrevue: '08/03/2027', placesGelees: '10' });
    expect(await compter('2027-03-01', '2027-03-31')).toEqual(avant);
    await c.agit('territoireNord', recordImpact, { dossierId: id, agents: '' });
    await avancer(id, 1, 'valider');
    await avancer(id, 2, 'programmer');
    // Dix places, dix heures pleines par jour : à vingt places, la première heure n'en perd aucune.
    expect(await compter('2027-03-01', '2027-03-31')).toEqual([
      { etablissementId: c.monde.nord.id, heures: 5 * 10 * 10, heuresRouvertes: 0 },
    ]);
    expect(await compter('2027-03-05', '2027-03-31')).toEqual([
      { etablissementId: c.monde.nord.id, heures: 100, heuresRouvertes: 0 },
    ]);
    expect(await compter('2027-04-01', '2027-04-30')).toEqual([]);
    expect(await compter('2027-03-01', '2027-03-31', 'territoireSud')).toEqual([]);
  });
});

describe('L’export des travaux s’inscrit au journal', () => {
  const exporter = (role: RoleCreche) =>
    c.asRole(role, async (contexte) => {
      const context = new RouterContextProvider();
      context.set(agentContexte, contexte);
      const request = new Request('http://localhost/creches/travaux.xlsx');
      const args = { request, url: new URL(request.url), pattern: '/creches/travaux.xlsx', params: {}, context };
      return loader(args as unknown as Parameters<typeof loader>[0]);
    });
  const listTraces = () =>
    base.executeSql<{ qui: string; detail: object }>(
      "select agent_id as qui, detail from journal.evenement where acte = 'travaux-eaje.exporter' order by le",
    );

  it('par qui, et de combien de lignes ; qui ne suit aucune crèche n’exporte rien et n’écrit rien', async () => {
    await inscrire();
    const dossiers = await c.asRole('territoireNord', ({ tx }) => listDossiers(tx));
    const lignes = dossiers.filter(({ etat }) => isOuvert(etat)).length;
    const avant = await listTraces();
    const { status } = await exporter('territoireNord');
    expect(status).toBe(200);
    expect(await attraper(exporter('referentNord'))).toMatchObject({ init: { status: 404 } });
    expect((await listTraces()).slice(avant.length)).toEqual([
      { qui: c.monde.agents.territoireNord.agentId, detail: { lignes } },
    ]);
  });
});

describe.each(ROLES_CRECHE)('%s : TypeScript et la base disent pareil', (role) => {
  const execute = async ({ tx }: Contexte, requete: RawBuilder<unknown>) =>
    Number((await requete.execute(tx)).numAffectedRows ?? 0n);
  const dossiers: Record<string, { id: string; uniteId: string; etat: 'BESOIN' | 'VALIDE' }> = {};
  beforeAll(async () => {
    for (const ou of ['nord', 'sud'] as const)
      for (const etat of ['BESOIN', 'VALIDE'] as const) {
        const id = createIdentifiant();
        await base.executeSql(
          `insert into eaje.dossier_travaux (id, etablissement_id, nature, objet, motif, enjeux, demande_le, debut_prevu, reouverture_prevue, etat, valide_le)
           values ($1, $2, 'AUTRE', 'x', 'x', '{CONFORT}', '2026-11-01', '2027-05-01', '2027-05-02', $3, '2026-11-02')`,
          [id, c.monde[ou].id, etat],
        );
        await base.executeSql(
          "insert into eaje.impact_psu (dossier_id, etablissement_id, centimes, methode) values ($1, $2, 100, '{x}')",
          [id, c.monde[ou].id],
        );
        dossiers[`${ou} ${etat}`] = { id, uniteId: c.monde[ou].uniteId, etat };
      }
  });
  const CAS = ['nord BESOIN', 'nord VALIDE', 'sud BESOIN', 'sud VALIDE'];
  const get = (cas: string) => {
    const dossier = dossiers[cas];
    if (!dossier) throw new Error(cas);
    return dossier;
  };

  it.each(CAS)('lire, et l’argent à part, %s', async (cas) => {
    const { id, uniteId } = get(cas);
    const [lu, perte, agent] = await c.asRole(role, async ({ tx, agent: lui }) => {
      const dossier = await getDossier(tx, id).catch(() => undefined);
      const psu = await tx.selectFrom('eaje.impactPsu').select('dossierId').where('dossierId', '=', id).execute();
      return [dossier !== undefined, psu.length > 0, lui] as const;
    });
    expect(lu).toBe(canReadTravaux(agent, { uniteId }));
    expect(perte).toBe(agent.habilitations.includes('creches.financer') && agent.unites.includes(uniteId));
  });

  it.each(CAS)('corriger, décider, tenir un point, %s', async (cas) => {
    const { id, uniteId, etat } = get(cas);
    const etablissementId = cas.startsWith('nord') ? c.monde.nord.id : c.monde.sud.id;
    const agent = await c.asRole(role, async (contexte) => contexte.agent);
    const essaie = (requete: RawBuilder<unknown>) => c.essaie(role, (contexte) => execute(contexte, requete));
    expect(await essaie(sql`update eaje.dossier_travaux set objet = 'y' where id = ${id}`)).toBe(
      canUpdateDossier(agent, { uniteId, etat }),
    );
    // Faire avancer un besoin demande de tenir la crèche ; un dossier validé aussi.
    expect(
      await essaie(
        sql`update eaje.dossier_travaux set etat = 'PROGRAMME', programme_le = '2026-11-21' where id = ${id}`,
      ),
    ).toBe(canDecider(agent, { uniteId }));
    expect(
      await essaie(sql`insert into eaje.point_reouverture (id, dossier_id, etablissement_id, point, tenu_le, preuve, par)
        values (${createIdentifiant()}, ${id}, ${etablissementId}, 'MENAGE', '2026-11-21', 'x', ${agent.id})`),
    ).toBe(canDemander(agent, { uniteId }));
    expect(
      await essaie(sql`insert into eaje.relogement (id, dossier_id, etablissement_id, hote_id, nombre)
        values (${createIdentifiant()}, ${id}, ${etablissementId}, ${hote.id}, 1)`),
    ).toBe(canDecider(agent, { uniteId }) && role === 'territoireNord');
  });
});

describe('Qui est informé de travaux se corrige et se retire', () => {
  const MOTIF = 'Mauvais jour';
  const inscrireInformation = async (destinataire = 'PCD', plus = {}) => {
    const id = await inscrire({ debutPrevu: '20/11/2026', reouverturePrevue: '30/11/2026', ...plus });
    const { impact } = await lire(id);
    if (impact === null) await c.agit('territoireNord', recordImpact, { dossierId: id, agents: '' });
    await avancer(id, 1, 'valider');
    await c.agit('crecheNord', recordInformationTravaux, { dossierId: id, destinataire, le: '21/11/2026' });
    const [information] = (await lire(id)).informes;
    if (!information) throw new Error('Information absente');
    return { id, information };
  };
  const corriger = (id: string, plus: object, role: RoleCreche = 'crecheNord') =>
    c.agit(role, updateInformationTravaux, {
      ...{ id, version: '1', destinataire: 'PCD', le: '21/11/2026', motif: MOTIF },
      ...plus,
    });
  const retirer = (id: string, plus: object = {}, role: RoleCreche = 'crecheNord') =>
    c.agit(role, closeInformationTravaux, { id, version: '1', motif: MOTIF, ...plus });
  const listEcheances = (dossierId: string) =>
    base.executeSql<{ statut: string }>(
      "select statut from echeances.echeance where regle = 'EVT-03' and etablissement_id = $1 and cle like '%' || $2 || '%'",
      [c.monde.nord.id, dossierId],
    );
  const corrections = (id: string, role: RoleCreche = 'territoireNord') =>
    c.asRole(role, ({ tx }) => listCorrections(tx, id));

  it('la raison est due ; ce qui était écrit se garde, et le journal le dit', async () => {
    const { id, information } = await inscrireInformation();
    expect(await attraper(corriger(information.id, { destinataire: 'FAMILLES', motif: ' ' }))).toMatchObject({
      erreurs: { motif: expect.any(String) },
    });
    for (const le of ['22/11/2026', '20/11/2026'])
      expect(await attraper(corriger(information.id, { le }))).toMatchObject({ champ: 'le' });
    expect(await attraper(corriger(information.id, {}))).toMatchObject({
      message: expect.stringContaining('Rien ne change'),
    });
    expect(await corrections(id)).toEqual([]);

    expect(await corriger(information.id, { destinataire: 'FAMILLES' })).toBe(id);
    expect((await lire(id)).informes).toMatchObject([{ destinataire: 'FAMILLES', le: '2026-11-21', version: 2 }]);
    expect(await corrections(id, 'crecheNord')).toMatchObject([
      { avant: { 'Qui est informé': 'Président du conseil départemental (PMI)' }, motif: MOTIF },
    ]);
    const [trace] = await base.executeSql<{ detail: object }>(
      "select detail from journal.evenement where acte = 'travaux-eaje.information.corriger' and objet_id = $1",
      [id],
    );
    expect(trace?.detail).toMatchObject({ champs: ['Qui est informé'], motif: MOTIF });
  });

  it('deux personnes : la seconde voit ce que la première a écrit, et ne retire pas ce qu’elle n’a pas lu', async () => {
    const { information } = await inscrireInformation();
    await corriger(information.id, { destinataire: 'FAMILLES' });
    for (const agir of [() => corriger(information.id, {}, 'territoireNord'), () => retirer(information.id)]) {
      const erreur = await attraper(agir());
      expect(erreur).toBeInstanceOf(Conflit);
      expect(erreur).toMatchObject({ actuel: { 'Qui est informé': 'Familles', Le: '21/11/2026' } });
    }
  });

  it('on ne dit pas deux fois que le président est informé', async () => {
    const { id, information } = await inscrireInformation('FAMILLES');
    await c.agit('crecheNord', recordInformationTravaux, { dossierId: id, destinataire: 'PCD', le: '21/11/2026' });
    expect(await attraper(corriger(information.id, {}))).toMatchObject({
      ...{ message: expect.stringContaining('déjà inscrite'), champ: 'destinataire' },
    });
  });

  it('retirée, ce qu’elle disait reste et l’information du président redevient due (EVT-03)', async () => {
    const { id, information } = await inscrireInformation();
    expect(await listEcheances(id)).toEqual([{ statut: 'faite' }]);
    expect(await retirer(information.id)).toBe(id);
    expect((await lire(id)).informes).toEqual([]);
    expect(await listEcheances(id)).toEqual([{ statut: 'ouverte' }]);
    expect(await corrections(id)).toMatchObject([
      { avant: { 'Qui est informé': 'Président du conseil départemental (PMI)', Le: '21/11/2026' }, motif: MOTIF },
    ]);
    expect(await attraper(retirer(information.id))).toBeInstanceOf(Introuvable);
  });

  it('n’est qu’à qui suit la crèche ; la base le dit aussi, et une correction ne se réécrit pas', async () => {
    const { id, information } = await inscrireInformation();
    await corriger(information.id, { destinataire: 'FAMILLES' });
    const execute = async ({ tx }: Contexte, requete: RawBuilder<unknown>) =>
      Number((await requete.execute(tx)).numAffectedRows ?? 0n);
    const essaie = (role: RoleCreche, requete: RawBuilder<unknown>) =>
      c.essaie(role, (contexte) => execute(contexte, requete));
    const changer = (par: string) =>
      sql`update eaje.information_travaux set le = '2026-11-21', par = ${par} where id = ${information.id}`;
    const effacer = sql`delete from eaje.information_travaux where id = ${information.id}`;
    const dire = (
      par: string,
    ) => sql`insert into eaje.travaux_correction (id, dossier_id, etablissement_id, le, motif, avant, par)
      values (${createIdentifiant()}, ${id}, ${c.monde.nord.id}, '2026-11-21', 'x', '{}', ${par})`;
    for (const role of ROLES_CRECHE) {
      const agent = await c.asRole(role, async (contexte) => contexte.agent);
      const sien = canDemander(agent, { uniteId: c.monde.nord.uniteId });
      for (const requete of [changer(agent.id), effacer, dire(agent.id)])
        expect(await essaie(role, requete)).toBe(sien);
      expect(await corrections(id, role)).toHaveLength(sien ? 1 : 0);
      if (sien) continue;
      expect(await attraper(corriger(information.id, { version: '2' }, role))).toBeInstanceOf(Introuvable);
      expect(await attraper(retirer(information.id, { version: '2' }, role))).toBeInstanceOf(Introuvable);
    }
    const autre = c.monde.agents.territoireNord.agentId;
    for (const requete of [changer(autre), dire(autre)]) expect(await essaie('crecheNord', requete)).toBe(false);
    expect(await essaie('crecheNord', sql`update eaje.travaux_correction set motif = 'y'`)).toBe(false);
    expect(await essaie('crecheNord', sql`delete from eaje.travaux_correction`)).toBe(false);
  });
});

describe('Ce qui n’est pas à soi', () => {
  it('ne se lit ni ne s’écrit ; rien ne passe dans une autre crèche ; personne n’informe au nom d’un autre', async () => {
    const id = await inscrire();
    for (const role of ['territoireSud', 'referentNord'] as const) {
      expect(await attraper(inscrire({}, role))).toBeInstanceOf(Introuvable);
      const informer = c.agit(role, recordInformationTravaux, { dossierId: id, destinataire: 'PCD', le: '21/11/2026' });
      expect(await attraper(informer)).toBeInstanceOf(Introuvable);
    }
    expect(await attraper(c.agit('crecheNord', recordImpact, { dossierId: id, agents: '' }))).toBeInstanceOf(
      Introuvable,
    );
    await c.agit('crecheNord', recordInformationTravaux, { dossierId: id, destinataire: 'PCD', le: '21/11/2026' });
    const deplacer = c.asRole('territoireNord', ({ tx }) =>
      tx.updateTable('eaje.dossierTravaux').set({ etablissementId: c.monde.sud.id }).where('id', '=', id).execute(),
    );
    expect(String(await attraper(deplacer))).toContain('row-level security');
    const usurper = c.essaie('crecheNord', async ({ tx }) => {
      await sql`insert into eaje.information_travaux (id, dossier_id, etablissement_id, destinataire, le, par)
        values (${createIdentifiant()}, ${id}, ${c.monde.nord.id}, 'FAMILLES', '2026-11-21', ${c.monde.agents.territoireNord.agentId})`.execute(
        tx,
      );
      return 1;
    });
    expect(await usurper).toBe(false);
  });
});
