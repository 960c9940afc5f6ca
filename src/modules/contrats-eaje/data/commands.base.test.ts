import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { createEnfantAccueilli } from '#modules/eaje/testing/creche-factory.ts';
import { erreurDe } from '#modules/organisation/testing/organisation-en-base.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { EnfantFiltre } from '../enfant-filtre.ts';
import { type AccueilEssai, createAccueilEssai } from '../testing/accueil-essai.ts';
import {
  closeAbsenceEnfant,
  closeReservation,
  createReservation,
  recordAbsenceEnfant,
} from './absences-commands.server.ts';
import { listAccueilsPrevus } from './accueils-prevus.server.ts';
import { getContrat, listReservations } from './contrats.server.ts';
import { closeContrat, createContrat, recordAvenant } from './contrats-commands.server.ts';
import { countManques, listEnfants } from './enfants.server.ts';
import { createEnfant, updateEnfant } from './enfants-commands.server.ts';
import { listRemarquesDuContrat } from './examen.server.ts';
import { getFamille } from './familles.server.ts';
import { closeRessources, createFamille, recordRessources, updateFamille } from './familles-commands.server.ts';

const base = withBase();
let a: AccueilEssai;
beforeAll(async () => {
  a = await base.asSystem(({ tx }) => createAccueilEssai(tx));
});
const agit = <S extends z.ZodType, C, R>(command: Command<S, C, R>, brut: object): Promise<R> =>
  base.asAgent(a.qui.crecheNord, (contexte) => executeCommand(contexte, command, brut));

/** Lundi, mardi et jeudi de 8 h 30 à 17 h, tapés comme on les dit. */
const JOURS = {
  'debut.1': '8 h 30',
  'fin.1': '17h',
  'debut.2': '08:30',
  'fin.2': '17:00',
  'debut.4': '8h30',
  'fin.4': '1700',
};
const CONTRAT = { ...JOURS, du: '02/03/2026', au: '', adaptationJusquAu: '', semainesParAn: '46', mensualites: '12' };

describe('de la famille au contrat', () => {
  test('une famille, ses ressources, un enfant s’inscrivent ; les ressources nouvelles referment les anciennes', async () => {
    const familleId = await agit(createFamille, {
      etablissementId: a.nord.id,
      nom: 'Petit',
      matriculeCaf: '1234567',
      regime: '1',
      apparaitFiloue: 'oui',
    });
    const lettres = await erreurDe(
      agit(createFamille, { etablissementId: a.nord.id, nom: 'Petit', matriculeCaf: '12345A' }),
    );
    expect(lettres.erreurs?.matriculeCaf).toContain('que des chiffres');
    const telephone = await erreurDe(
      agit(createFamille, { etablissementId: a.nord.id, nom: 'Petit', telephone: 'abc' }),
    );
    expect(telephone.erreurs?.telephone).toContain('avec des chiffres');
    const ressources = {
      familleId,
      du: '01/01/2026',
      annuellesCentimes: '32 360,50',
      enfantsACharge: '2',
      enfantsAeeh: '0',
      origine: 'CDAP',
    };
    await agit(recordRessources, ressources);
    await agit(recordRessources, { ...ressources, du: '01/06/2026', annuellesCentimes: '', origine: 'REFUS' });
    const tot = await erreurDe(agit(recordRessources, { ...ressources, du: '01/03/2026' }));
    expect(tot.message).toContain('1er juin 2026');
    const enfantId = await agit(createEnfant, {
      familleId,
      nom: 'Petit',
      prenom: 'Zoé',
      neLe: '10/01/2025',
      marcheDepuis: '',
      sectionId: a.nord.sections[0],
      badge: 'B1',
    });
    const encore = { familleId, nom: 'PETIT', prenom: 'Zoe', neLe: '10/01/2025' };
    const double = await erreurDe(agit(createEnfant, encore));
    expect([double.champ, double.message]).toEqual([
      'autre',
      expect.stringContaining('né le 10 janvier 2025, est déjà inscrit ici, dans la famille Petit'),
    ]);
    for (const neLe of ['10/01/2126', '10/01/1926']) {
      const annee = await erreurDe(agit(createEnfant, { ...encore, neLe }));
      expect([annee.champ, annee.message]).toEqual(['neLe', expect.stringContaining('Vérifiez l’année')]);
    }
    const badge = await erreurDe(agit(createEnfant, { ...encore, prenom: 'Ana', badge: 'B1' }));
    expect([badge.champ, badge.message]).toEqual(['badge', expect.stringContaining('celui de')]);
    const section = await erreurDe(
      agit(createEnfant, { familleId, nom: 'x', prenom: 'x', neLe: '10/01/2025', sectionId: a.sud.sections[0] }),
    );
    expect(section.message).toBe('Cette section n’est pas de la crèche de l’enfant.');
    await agit(updateEnfant, {
      id: enfantId,
      version: '1',
      nom: 'Petit',
      prenom: 'Zoé',
      neLe: '10/01/2025',
      marcheDepuis: '15/02/2026',
      badge: 'B1',
    });
    const fiche = await base.asAgent(a.qui.crecheNord, (contexte) => getFamille(contexte, familleId));
    expect(fiche.ressources.map(({ du, au, annuellesCentimes }) => [du, au, annuellesCentimes])).toEqual([
      ['2026-06-01', null, null],
      ['2026-01-01', '2026-05-31', 3_236_050],
    ]);
    expect(fiche.enfants).toMatchObject([{ prenom: 'Zoé', marcheDepuis: '2026-02-15', contratId: null }]);
    const jumeau = await agit(createEnfant, { ...encore, autre: 'oui' });
    await base.executeSql('delete from eaje.enfant where id = $1', [jumeau]);
  });

  test('des ressources inscrites par erreur s’annulent en disant pourquoi : celles d’avant valent de nouveau, le journal garde ce qu’elles disaient', async () => {
    const familleId = await agit(createFamille, { etablissementId: a.nord.id, nom: 'Faute', apparaitFiloue: 'oui' });
    const lues = { familleId, annuellesCentimes: '30 000', enfantsACharge: '1', enfantsAeeh: '0', origine: 'CDAP' };
    await agit(recordRessources, { ...lues, du: '01/01/2026' });
    const loin = await erreurDe(agit(recordRessources, { ...lues, du: '01/09/2062' }));
    expect([loin.message, loin.champ]).toEqual([expect.stringContaining('Vérifiez l’année'), 'du']);
    await agit(recordRessources, { ...lues, du: '01/10/2026' });
    const juste = { ...lues, du: '01/09/2026', annuellesCentimes: '31 000' };
    expect((await erreurDe(agit(recordRessources, juste))).message).toContain('annulez-les d’abord');
    const lire = async () => {
      const { ressources } = await base.asAgent(a.qui.crecheNord, (contexte) => getFamille(contexte, familleId));
      return ressources;
    };
    const [fausses, anciennes] = await lire();
    const trop = await erreurDe(agit(closeRessources, { id: anciennes?.id, raison: 'x' }));
    expect(trop.message).toContain('de la plus récente à la plus ancienne');
    const ailleurs = base.asAgent(a.qui.responsableSud, (contexte) =>
      executeCommand(contexte, closeRessources, { id: fausses?.id, raison: 'x' }),
    );
    expect(await erreurDe(ailleurs)).toBeInstanceOf(Introuvable);
    await agit(closeRessources, { id: fausses?.id, raison: 'Année mal tapée' });
    await agit(recordRessources, juste);
    expect((await lire()).map(({ du, au, annuellesCentimes }) => [du, au, annuellesCentimes])).toEqual([
      ['2026-09-01', null, 3_100_000],
      ['2026-01-01', '2026-08-31', 3_000_000],
    ]);
    const [trace] = await base.executeSql<{ detail: object }>(
      "select detail from journal.evenement where acte = 'creches.ressources.annuler'",
    );
    expect(trace?.detail).toMatchObject({ du: '2026-10-01', annuellesCentimes: 3_000_000, raison: 'Année mal tapée' });
  });

  test('deux personnes corrigent la même famille, ou le même enfant : la seconde voit tout ce que la première a changé', async () => {
    const { id, enfantId } = a.familleNord;
    await agit(updateFamille, { id, version: '1', nom: 'Moreau', telephone: '03 22 00 00 00', monoparentale: 'oui' });
    const conflit = await erreurDe(agit(updateFamille, { id, version: '1', nom: 'Morault' }));
    expect(conflit.name).toBe('Conflit');
    expect(conflit.actuel).toMatchObject({
      Téléphone: '03 22 00 00 00',
      'Un seul parent au foyer': 'oui',
      'Figure dans Filoué': 'non',
    });
    const enfant = { id: enfantId, version: '1', nom: 'Moreau', prenom: 'Lou', neLe: '01/03/2025' };
    await agit(updateEnfant, { ...enfant, pai: 'oui' });
    const lou = await erreurDe(agit(updateEnfant, enfant));
    expect(lou.actuel).toMatchObject({ 'Projet d’accueil individualisé': 'oui', 'Bonus inclusion': 'non' });
  });
});

describe('le contrat', () => {
  test('ne se signe pas sans que le tarif ait été lu, puis se signe, s’amende et finit', async () => {
    const saisie = { ...CONTRAT, enfantId: a.familleNord.enfantId };
    const pasLu = await erreurDe(agit(createContrat, saisie));
    expect(pasLu.message).toContain('Le tarif est de 1,24 € de l’heure');
    const { id } = await agit(createContrat, { ...saisie, tarifLu: '124' });
    const double = await erreurDe(agit(createContrat, { ...saisie, du: '01/06/2026', tarifLu: '124' }));
    expect(double.message).toContain('Un contrat régulier court déjà depuis le 2 mars 2026');
    const { id: avenant } = await agit(recordAvenant, {
      ...CONTRAT,
      id,
      version: '1',
      du: '01/09/2026',
      'fin.1': '18h',
      tarifLu: '124',
    });
    const second = await erreurDe(
      agit(recordAvenant, { ...CONTRAT, id, version: '1', du: '01/10/2026', tarifLu: '124' }),
    );
    expect([second.name, second.actuel?.['Fin du contrat']]).toEqual(['Conflit', '31 août 2026']);
    const memeJour = await erreurDe(
      agit(recordAvenant, { ...CONTRAT, id: avenant, version: '1', du: '01/09/2026', tarifLu: '124' }),
    );
    expect([memeJour.champ, memeJour.message]).toEqual(['du', expect.stringContaining('un jour d’après')]);
    const perime = await erreurDe(agit(closeContrat, { id, version: '1', au: '30/09/2026', motifFin: 'ECOLE' }));
    expect(perime.message).toContain('Un avenant l’a déjà remplacé');
    await agit(closeContrat, { id: avenant, version: '1', au: '31/12/2026', motifFin: 'DEMENAGEMENT' });
    const { histoire } = await base.asAgent(a.qui.directeur, (contexte) => getContrat(contexte, avenant));
    expect(
      histoire.map(({ du, au, semaine, avenantDe, motifFin }) => [du, au, semaine[1], avenantDe, motifFin]),
    ).toEqual([
      ['2026-09-01', '2026-12-31', 1080, id, 'DEMENAGEMENT'],
      ['2026-03-02', '2026-08-31', 1020, null, 'AVENANT'],
    ]);
  });

  const REFUS: [string, object, string, string][] = [
    ['avant la naissance', { du: '03/02/2025' }, 'du', 'L’enfant naît le 1er mars 2025'],
    ['un jour de fermeture', { du: '01/05/2026' }, 'du', 'La crèche est fermée vendredi 1er mai 2026'],
    [
      'un jour où la crèche n’ouvre pas',
      { 'debut.6': '9h', 'fin.6': '12h' },
      'debut.6',
      'La crèche n’ouvre pas le samedi.',
    ],
    ['sans barème', { du: '04/01/2027' }, 'du', 'Le barème 2027'],
    ['sans ressources', { du: '01/12/2025' }, 'du', 'Aucune ressource n’est inscrite'],
  ];
  test.each(REFUS)('est refusé %s, à côté du champ', async (_, plus, champ, phrase) => {
    const erreur = await erreurDe(
      base.asAgent(a.qui.responsableSud, (contexte) =>
        executeCommand(contexte, createContrat, {
          ...CONTRAT,
          enfantId: a.familleSud.enfantId,
          tarifLu: '124',
          ...plus,
        }),
      ),
    );
    expect(erreur.message).toContain(phrase);
    expect(erreur.champ).toBe(champ);
  });

  test('une autorisation qui baisse pendant le contrat se dit à la signature puis sur sa page, à qui le lit (CAP-05)', async () => {
    const semaine = [510, 1020, 510, 1020, 0, 0, 510, 1020, 0, 0, 0, 0, 0, 0];
    const voisins = await base.asSystem(async ({ tx }) => [
      await createEnfantAccueilli(tx, { creche: a.sud, semaine, du: '2026-01-05' }),
      await createEnfantAccueilli(tx, { creche: a.sud, semaine, du: '2026-01-05' }),
    ]);
    await base.executeSql(
      "update eaje.autorisation set periode = '[2020-01-01,2026-12-01)' where etablissement_id = $1",
      [a.sud.id],
    );
    await base.executeSql(
      `insert into eaje.autorisation (id, etablissement_id, periode, places, arrete_numero, arrete_le)
        values (gen_random_uuid(), $1, '[2026-12-01,)', 1, 'A-2', '2026-10-01')`,
      [a.sud.id],
    );
    const saisie = { ...CONTRAT, enfantId: a.familleSud.enfantId, tarifLu: '124' };
    const phrase = 'À partir du 1er décembre 2026, l’autorisation est de 1 place (CAP-05) : 3 enfants attendus';
    const { id, remarques } = await base.asAgent(a.qui.responsableSud, (contexte) =>
      executeCommand(contexte, createContrat, saisie),
    );
    expect(remarques).toEqual([expect.stringContaining(phrase)]);
    const lire = (agentId: string) =>
      base.asAgent(agentId, async (contexte) =>
        (await listRemarquesDuContrat(contexte.tx, await getContrat(contexte, id), contexte.aujourdhui)).map(
          ({ motif, textes, bloque }) => ({ motif, article: textes[0]?.article, bloque }),
        ),
      );
    const dite = [{ motif: expect.stringContaining(phrase), article: 'R2324-27', bloque: false }];
    for (const agentId of [a.qui.responsableSud, a.qui.directeur]) expect(await lire(agentId)).toEqual(dite);
    for (const agentId of [a.qui.responsableNord, a.qui.crecheNord, a.qui.referentNord])
      expect(await erreurDe(lire(agentId))).toBeInstanceOf(Introuvable);
    // Deux voisins qui partent avant la baisse, et il n'y a plus rien à dire.
    await base.executeSql(
      "update eaje.contrat set periode = '[2026-01-05,2026-12-01)', motif_fin = 'ECOLE' where enfant_id = any ($1)",
      [voisins.map((voisin) => voisin.id)],
    );
    expect(await lire(a.qui.responsableSud)).toEqual([]);
    await base.executeSql("delete from eaje.autorisation where etablissement_id = $1 and arrete_numero = 'A-2'", [
      a.sud.id,
    ]);
    expect(await lire(a.qui.responsableSud)).toMatchObject([
      { motif: 'À partir du 1er décembre 2026, la crèche n’a plus d’autorisation (CAP-03) : ce contrat court encore.' },
    ]);
    await base.executeSql("update eaje.autorisation set periode = '[2020-01-01,)' where etablissement_id = $1", [
      a.sud.id,
    ]);
    await base.executeSql('delete from eaje.contrat where etablissement_id = $1', [a.sud.id]);
    await base.executeSql('delete from eaje.enfant where id = any ($1)', [voisins.map((voisin) => voisin.id)]);
  });

  test('une saisie illisible le dit à côté de chaque champ', async () => {
    const erreur = await erreurDe(
      agit(createContrat, {
        ...CONTRAT,
        enfantId: a.familleNord.enfantId,
        'debut.1': '25h',
        'fin.2': '8h',
        'fin.4': '',
        au: '01/01/2026',
      }),
    );
    expect(erreur.erreurs).toEqual({
      'debut.1': 'Écrivez l’heure comme 8 h 30.',
      'fin.2': 'Le départ précède l’arrivée.',
      'fin.4': 'Indiquez l’heure de départ.',
      au: 'La fin précède le début.',
    });
  });
});

describe('le mois', () => {
  test('une maladie se déduit après la carence, un jour férié ne se facture pas, une réservation s’ajoute', async () => {
    const enfantId = a.familleNord.enfantId;
    const absence = {
      enfantId,
      du: '02/11/2026',
      au: '06/11/2026',
      motif: 'MALADIE',
      prevenueLe: '02/11/2026',
      justifiee: 'oui',
    };
    const { raison } = await agit(recordAbsenceEnfant, absence);
    expect(raison).toContain('à partir du 5 novembre 2026');
    const encore = await erreurDe(agit(recordAbsenceEnfant, { ...absence, au: '03/11/2026' }));
    expect([encore.champ, encore.message]).toEqual([
      'du',
      expect.stringContaining('déjà inscrite du\u00a002/11/2026 au\u00a006/11/2026 (maladie)'),
    ]);
    const LOIN: [string, object][] = [
      ['du', { du: '01/06/2126', au: '02/06/2126' }],
      ['au', { du: '01/12/2026', au: '01/12/2031' }],
      ['prevenueLe', { prevenueLe: '02/11/2027' }],
      ['prevenueLe', { prevenueLe: '02/11/2016' }],
    ];
    for (const [champ, plus] of LOIN) {
      const annee = await erreurDe(agit(recordAbsenceEnfant, { ...absence, ...plus }));
      expect([annee.champ, annee.message]).toEqual([champ, expect.stringContaining('Vérifiez l’année')]);
    }
    const { remarques } = await agit(createReservation, {
      enfantId,
      jour: '04/11/2026',
      debut: '7h',
      fin: '9h',
      nature: 'OCCASIONNEL',
    });
    expect(remarques).toEqual(['La crèche ouvre à 7 h 30.']);
    const dehors = await erreurDe(
      agit(createReservation, { enfantId, jour: '04/11/2026', debut: '4h', fin: '6h', nature: 'URGENCE' }),
    );
    expect([dehors.champ, dehors.message]).toEqual(['debut', expect.stringContaining('ces heures sont dehors')]);
    const attendu = { enfantId, jour: '16/11/2026', debut: '9h', fin: '12h', nature: 'OCCASIONNEL' };
    const deuxFois = await erreurDe(agit(createReservation, attendu));
    expect([deuxFois.champ, deuxFois.message]).toEqual([
      'debut',
      expect.stringContaining('Son contrat l’attend déjà ce jour-là de 8 h 30 à 18 h'),
    ]);
    const encoreReserve = await erreurDe(
      agit(createReservation, { enfantId, jour: '04/11/2026', debut: '8h', fin: '10h', nature: 'OCCASIONNEL' }),
    );
    expect([encoreReserve.champ, encoreReserve.message]).toEqual(['debut', expect.stringContaining('déjà réservé')]);
    const ferie = await erreurDe(
      agit(createReservation, { enfantId, jour: '11/11/2026', debut: '8h', fin: '9h', nature: 'URGENCE' }),
    );
    expect(ferie.message).toContain('La crèche est fermée mercredi 11 novembre 2026');
    const prevus = await base.asAgent(a.qui.crecheNord, ({ tx }) =>
      listAccueilsPrevus(tx, { du: jourCivil('2026-11-02'), au: jourCivil('2026-11-06') }),
    );
    expect(prevus.contrats).toMatchObject([{ enfantId, neLe: '2025-03-01', nature: 'REGULIER' }]);
    expect([prevus.reservations.length, prevus.absences.length]).toEqual([1, 1]);
  });

  test('la liste montre le contrat du jour, et qui n’a pas de ressources à qui peut les voir', async () => {
    const filtre = EnfantFiltre.parse({ accueil: 'tous' });
    const page = { page: 1, taille: 50 };
    const lus = await base.asAgent(a.qui.crecheNord, async (contexte) => ({
      liste: await listEnfants(contexte, { etablissementId: a.nord.id, voitRessources: true }, filtre, page),
      manquent: await countManques(contexte, a.nord.id),
    }));
    expect(
      lus.liste.lignes.map(({ prenom, minutesSemaine, ressourcesConnues }) => [
        prenom,
        minutesSemaine,
        ressourcesConnues,
      ]),
    ).toEqual([
      ['Lou', 570 + 510 + 510, true],
      ['Zoé', null, true],
    ]);
    expect(lus.manquent).toEqual({ attendus: 1, sansRessources: 0 });
    const attendus = await base.asAgent(a.qui.crecheNord, (contexte) =>
      listEnfants(
        contexte,
        { etablissementId: a.nord.id, voitRessources: true },
        { ...filtre, accueil: 'attendus' },
        page,
      ),
    );
    expect(attendus.lignes.map(({ prenom }) => prenom)).toEqual(['Zoé']);
    const directeur = await base.asAgent(a.qui.directeur, (contexte) =>
      listEnfants(contexte, { etablissementId: a.nord.id, voitRessources: false }, filtre, page),
    );
    expect(directeur.lignes.map(({ ressourcesConnues }) => ressourcesConnues)).toEqual([null, null]);
  });
});

describe('un accueil d’un jour, sans contrat', () => {
  const demande = { jour: '23/11/2026', debut: '9h', fin: '12h', nature: 'OCCASIONNEL' };
  const aucun = '00000000-0000-7000-8000-000000000000';
  const auSud = <S extends z.ZodType, Cible, R>(command: Command<S, Cible, R>, brut: object): Promise<R> =>
    base.asAgent(a.qui.responsableSud, (contexte) => executeCommand(contexte, command, brut));
  const lire = async (accueil: string) => {
    const { lignes } = await base.asAgent(a.qui.responsableSud, (contexte) =>
      listEnfants(contexte, { etablissementId: a.sud.id, voitRessources: true }, EnfantFiltre.parse({ accueil }), {
        page: 1,
        taille: 50,
      }),
    );
    return lignes.map(({ prenom, reserveLe }) => [prenom, reserveLe]);
  };

  test('se réserve au tarif des ressources du jour, figé avec son calcul ; l’enfant n’attend plus de contrat', async () => {
    const { enfantId } = a.familleSud;
    expect(await lire('attendus')).toEqual([['Lou', null]]);
    expect(await auSud(createReservation, { ...demande, enfantId })).toMatchObject({
      tarifCentimes: 124,
      remarques: [],
    });
    const [reservation] = await base.asAgent(a.qui.responsableSud, ({ tx }) => listReservations(tx, [enfantId, aucun]));
    expect(reservation).toMatchObject({ enfantId, jour: '2026-11-23', tarifCentimes: 124 });
    expect(reservation?.tarifEtapes.at(-1)).toContain('= 1,24 € de l’heure');
    expect([await lire('attendus'), await lire('reserves')]).toEqual([[], [['Lou', '2026-11-23']]]);
  });

  test('sans ressources inscrites, l’occasionnel attend et l’urgence s’accueille au plancher ; sans barème, elle le dit', async () => {
    const familleId = await auSud(createFamille, { etablissementId: a.sud.id, nom: 'Sans', apparaitFiloue: 'oui' });
    const enfantId = await auSud(createEnfant, { familleId, nom: 'Sans', prenom: 'Ana', neLe: '10/01/2025' });
    const refus = await erreurDe(auSud(createReservation, { ...demande, enfantId }));
    expect(refus.message).toContain('Aucune ressource n’est inscrite au 23 novembre 2026');
    expect(refus.champ).toBe('jour');
    const urgence = { ...demande, enfantId, nature: 'URGENCE' };
    const plancher = await auSud(createReservation, urgence);
    expect(plancher.tarifCentimes).toBe(50);
    expect(plancher.remarques.join(' ')).toContain('un enfant à charge est compté');
    const sansBareme = await auSud(createReservation, { ...urgence, jour: '04/01/2027' });
    expect(sansBareme.tarifCentimes).toBeNull();
    expect(sansBareme.remarques.join(' ')).toContain('se disent douteuses');
  });
});

describe('ce qui est inscrit par erreur', () => {
  const lireFiche = async () => {
    const [contrat] = await base.executeSql<{ id: string }>(
      'select id from eaje.contrat where enfant_id = $1 limit 1',
      [a.familleNord.enfantId],
    );
    return base.asAgent(a.qui.crecheNord, (contexte) => getContrat(contexte, contrat?.id ?? ''));
  };

  test('s’annule en disant pourquoi ; le journal garde ce que c’était, et la crèche d’à côté n’y touche pas', async () => {
    const fiche = await lireFiche();
    const [absence, reservation] = [fiche.absences[0]?.id, fiche.reservations[0]?.id];
    const sansRaison = await erreurDe(agit(closeAbsenceEnfant, { id: absence, raison: ' ' }));
    expect(sansRaison.erreurs?.raison).toContain('pourquoi');
    const ailleurs = base.asAgent(a.qui.responsableSud, (contexte) =>
      executeCommand(contexte, closeAbsenceEnfant, { id: absence, raison: 'x' }),
    );
    expect(await erreurDe(ailleurs)).toBeInstanceOf(Introuvable);
    await agit(closeAbsenceEnfant, { id: absence, raison: 'Saisie sur le mauvais enfant' });
    await agit(closeReservation, { id: reservation, raison: 'La famille renonce' });
    const apres = await lireFiche();
    expect([apres.absences, apres.reservations]).toEqual([[], []]);
    const traces = await base.executeSql<{ acte: string; raison: string; avant: string }>(
      "select acte, detail->>'raison' as raison, coalesce(detail->>'du', detail->>'jour') as avant from journal.evenement where acte in ('creches.absence.annuler', 'creches.reservation.annuler') order by acte",
    );
    expect(traces).toEqual([
      { acte: 'creches.absence.annuler', raison: 'Saisie sur le mauvais enfant', avant: '2026-11-02' },
      { acte: 'creches.reservation.annuler', raison: 'La famille renonce', avant: '2026-11-04' },
    ]);
  });

  test('un enfant n’est jamais inscrit dans une autre crèche que sa famille : la base le refuse', async () => {
    await expect(
      base.executeSql('update eaje.enfant set etablissement_id = $1 where id = $2', [a.sud.id, a.familleNord.enfantId]),
    ).rejects.toThrow(/enfant_famille_meme_creche/);
  });
});
