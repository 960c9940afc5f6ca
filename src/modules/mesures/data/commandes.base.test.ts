import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Command, executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatHeure } from '#shared/instant.ts';
import { withBase } from '#tests/support/base.ts';
import { FAITS_MESURES } from '../faits.ts';
import { formatReference } from '../mesure-saisie.ts';
import { attraper, createMondeDesMesures, type MondeDesMesures } from '../testing/monde-mesures.ts';
import { closeActe, defineRecordActe, listActesDe } from './acte-commands.server.ts';
import { recordCorrection } from './correction-commands.server.ts';
import { recordDecision, recordRefus } from './decision-commands.server.ts';
import {
  recordAttente,
  recordCorrectionExecution,
  recordDebut,
  recordFin,
  recordPreparation,
  recordReprise,
  recordSuspension,
  recordTransfert,
} from './execution-commands.server.ts';
import { getMesureInscrite, listMesuresDe } from './mesure-inscrite.server.ts';
import { recordAccord, recordAnnulation, recordAvis, recordProposition } from './proposition-commands.server.ts';
import { recordReception } from './reception-commands.server.ts';

const base = withBase();
let monde: MondeDesMesures;
let a: MondeDesMesures['agents'];
beforeAll(async () => {
  monde = await createMondeDesMesures(base.executeSql);
  a = monde.agents;
});

type Qui = keyof MondeDesMesures['agents'];
const faire = <S extends z.ZodType, C, R>(qui: Qui, commande: Command<S, C, R>, saisie: Record<string, unknown>) =>
  base.asAgent(a[qui], (contexte) => executeCommand(contexte, commande, saisie));
const lire = (id: string) => base.asAgent(a.inspectrice, (contexte) => getMesureInscrite(contexte, id));
const ref = async (...ids: string[]) => Promise.all(ids.map(async (id) => formatReference(await lire(id))));

const PROPOSITION = {
  demandeur: 'service',
  demandeeLe: '02/11/2026',
  motif: 'La famille demande de l’aide.',
};
const proposer = async (enfants: string[], codes: string[]) =>
  faire('referent', recordProposition, { ...PROPOSITION, enfants, codes });
const accorder = async (...ids: string[]) =>
  faire('referent', recordAccord, {
    mesures: await ref(...ids),
    nature: 'accord',
    forme: 'ecrit',
    de: 'Mme Essai, mère',
    le: '2026-11-10',
  });
const DECISION = { nature: 'initiale', motifs: 'Soutien nécessaire.', dureeMois: '6' };
const decider = async (qui: Qui, ids: string[], plus: Record<string, unknown> = {}) =>
  faire(qui, recordDecision, { ...DECISION, mesures: await ref(...ids), ...plus });
const RECUE = { nature: 'initiale', juridiction: 'Tribunal pour enfants d’essai', motifs: 'Danger.' };
const recevoir = async (qui: Qui, plus: Record<string, unknown>) =>
  (await faire(qui, recordReception, { ...RECUE, ...plus })).ids;
async function addAed(): Promise<string> {
  const [id = ''] = await proposer([await monde.addEnfant()], ['AED']);
  await accorder(id);
  return id;
}
async function addAedDecidee(): Promise<string> {
  const id = await addAed();
  await decider('inspectrice', [id]);
  return id;
}

describe('Proposer, donner un avis, recueillir l’accord', () => {
  it('une proposition vaut pour toute une fratrie et plusieurs mesures, portées par leur territoire', async () => {
    const fratrie = [await monde.addEnfant(), await monde.addEnfant()];
    const ids = await proposer(fratrie, ['AED', 'TISF']);
    expect(ids).toHaveLength(4);
    for (const id of ids)
      expect(await lire(id)).toMatchObject({ etat: 'proposee', uniteId: monde.d.unites.nord, par: expect.any(String) });
    const traces = await base.executeSql<{ enfant_id: string }>(
      "select enfant_id from journal.evenement where acte = 'mesures.proposer' and enfant_id = any ($1)",
      [fratrie],
    );
    expect(traces).toHaveLength(4);
  });

  it('ce que demande la famille est demandé ; ce qu’on demande au juge l’est aussi', async () => {
    const enfantId = await monde.addEnfant();
    const [aed = ''] = await faire('referent', recordProposition, {
      ...PROPOSITION,
      ...{ demandeur: 'famille', enfants: [enfantId], codes: ['AED'] },
    });
    const [aemo = ''] = await proposer([enfantId], ['AEMO']);
    expect((await lire(aed)).etat).toBe('demandee');
    expect((await lire(aemo)).etat).toBe('demandee');
  });

  it('un code interdit ne se propose plus, et dit quoi inscrire à la place', async () => {
    const refus = await attraper(proposer([await monde.addEnfant()], ['PEAD']));
    expect(refus).toBeInstanceOf(Refus);
    expect((refus as Refus).message).toContain('milieu ouvert');
  });

  it('l’avis se donne avant la décision, au nom de qui le donne', async () => {
    const id = await addAed();
    await faire('cadre', recordAvis, { mesures: await ref(id), sens: 'reserve', motif: 'Fréquence à revoir.' });
    expect((await lire(id)).avis).toMatchObject([{ sens: 'reserve', le: '2026-11-21' }]);
    await decider('inspectrice', [id]);
    const tard = attraper(faire('cadre', recordAvis, { mesures: await ref(id), sens: 'favorable', motif: 'Oui.' }));
    expect(await tard).toBeInstanceOf(Refus);
  });

  it('un accord fait avancer, un retrait ramène à la proposition, et la décision est refusée (CASF L223-2)', async () => {
    const id = await addAed();
    expect((await lire(id)).etat).toBe('accord-recueilli');
    await faire('referent', recordAccord, {
      ...{ mesures: await ref(id), nature: 'retrait', de: 'Mme Essai, mère', le: '2026-11-12' },
    });
    expect((await lire(id)).etat).toBe('proposee');
    const refus = await attraper(decider('inspectrice', [id]));
    expect(refus).toMatchObject({ name: 'Refus', message: expect.stringContaining('MES-001') });
  });
});

describe('Décider sous délégation de ce jour, dans ce territoire (CGCT L3221-3)', () => {
  it('la décision garde le signataire, l’arrêté, et couvre six mois du premier jour compris', async () => {
    const id = await addAedDecidee();
    const mesure = await lire(id);
    expect(mesure).toMatchObject({ etat: 'decidee', periode: { du: '2026-11-21', au: '2027-05-20' } });
    expect(mesure.decisions).toMatchObject([
      { nature: 'initiale', le: '2026-11-21', signataireId: a.inspectrice, arreteNumero: '2020-101' },
    ]);
  });

  it('une délégation finie hier ne vaut plus, et le refus nomme qui peut signer', async () => {
    const id = await addAed();
    const refus = await attraper(decider('cadre', [id]));
    expect(refus).toMatchObject({ name: 'Refus', message: expect.stringContaining('Peuvent signer') });
    expect((await lire(id)).etat).toBe('accord-recueilli');
  });

  it('qui ne suit pas l’enfant, ou n’a pas l’habilitation, ne trouve rien', async () => {
    const id = await addAed();
    expect(await attraper(decider('ailleurs', [id]))).toBeInstanceOf(Introuvable);
    expect(await attraper(decider('referent', [id]))).toBeInstanceOf(Introuvable);
  });

  it('plus d’un an, avec le texte, sans rien écrire (CASF L223-5)', async () => {
    const id = await addAed();
    const refus = await attraper(decider('inspectrice', [id], { dureeMois: '13' }));
    expect(refus).toMatchObject({ name: 'Refus', textes: [expect.objectContaining({ article: 'L223-5, al. 1' })] });
    expect((await lire(id)).decisions).toEqual([]);
  });

  it('une fratrie se décide en un acte : tout ou rien', async () => {
    const [un, deux] = [await addAed(), await addAed()];
    await decider('inspectrice', [un, deux]);
    const [premiere, seconde] = [await lire(un), await lire(deux)];
    expect(premiere.decisions[0]?.lotId).toBe(seconde.decisions[0]?.lotId);
    const [sansAccord = ''] = await proposer([await monde.addEnfant()], ['AED']);
    const trois = await addAed();
    expect(await attraper(decider('inspectrice', [trois, sansAccord]))).toBeInstanceOf(Refus);
    expect((await lire(trois)).etat).toBe('accord-recueilli');
  });

  it('deux personnes à la fois : la seconde reçoit la version de la première', async () => {
    const id = await addAed();
    const mesures = await ref(id);
    await faire('inspectrice', recordDecision, { ...DECISION, mesures });
    const conflit = await attraper(faire('inspectrice', recordDecision, { ...DECISION, mesures }));
    expect(conflit).toBeInstanceOf(Conflit);
    expect((conflit as Conflit).actuel).toMatchObject({ État: 'Décidée', 'Dernier jour': '20 mai 2027' });
  });

  it('un refus est motivé, et clôt la demande', async () => {
    const id = await addAed();
    expect(await attraper(faire('inspectrice', recordRefus, { mesures: await ref(id), motifs: '' }))).toBeInstanceOf(
      SaisieInvalide,
    );
    await faire('inspectrice', recordRefus, { mesures: await ref(id), motifs: 'Le droit commun suffit.' });
    expect(await lire(id)).toMatchObject({ etat: 'refusee', periode: null });
  });

  it('une mesure du juge ne se décide pas ici', async () => {
    const [id = ''] = await proposer([await monde.addEnfant()], ['AEMO']);
    expect(await attraper(decider('inspectrice', [id]))).toMatchObject({
      message: expect.stringContaining('juge des enfants'),
    });
  });

  it('un renouvellement prolonge avant le terme ; après, c’est une mesure nouvelle (C. civ. 375)', async () => {
    const id = await addAedDecidee();
    await faire('referent', recordDebut, { mesures: await ref(id), le: '21/11/2026' });
    await faire('referent', recordPreparation, { mesures: await ref(id), le: '2026-11-21' });
    expect((await lire(id)).etat).toBe('en-renouvellement');
    await decider('inspectrice', [id], { nature: 'renouvellement', du: '21/05/2027', dureeMois: '12' });
    expect(await lire(id)).toMatchObject({ etat: 'renouvelee', periode: { du: '2026-11-21', au: '2028-05-20' } });
  });
});

describe('Recevoir une décision judiciaire', () => {
  it('pour une fratrie : qui reçoit n’a pas à décider ; à qui l’enfant est confié et ses visites se lisent', async () => {
    const fratrie = [await monde.addEnfant(), await monde.addEnfant()];
    const ids = await recevoir('secretaire', {
      ...{ enfants: fratrie, code: 'PLACEMENT_ASE', le: '10/11/2026', recueLe: '12/11/2026', dureeMois: '12' },
      ...{ confieA: 'ase', droitsVisite: 'Un samedi sur deux, en présence d’un tiers.' },
    });
    expect(ids).toHaveLength(2);
    expect(await lire(ids[0] ?? '')).toMatchObject({
      etat: 'decidee',
      periode: { du: '2026-11-10', au: '2027-11-09' },
      decisions: [{ confieA: 'ase', recueLe: '2026-11-12', droitsVisite: expect.stringContaining('samedi') }],
    });
  });

  it('ce que l’on attendait du juge se retrouve, sans double', async () => {
    const enfantId = await monde.addEnfant();
    const [attendue] = await proposer([enfantId], ['AEMO']);
    const ids = await recevoir('cadre', { enfants: [enfantId], code: 'AEMO', le: '10/11/2026', dureeMois: '24' });
    expect(ids).toEqual([attendue]);
  });

  it.each([
    ['avant la naissance', { le: '03/03/2015', dureeMois: '6' }, 'précède la naissance'],
    ['de plus de deux ans', { le: '10/11/2026', dureeMois: '25' }, 'plus longue durée'],
    ['de demain', { le: '22/11/2026', dureeMois: '6' }, 'à venir'],
  ])('une décision %s est refusée en disant pourquoi', async (_, plus, phrase) => {
    const enfants = [await monde.addEnfant()];
    const refus = await attraper(recevoir('cadre', { enfants, code: 'AEMO', ...plus }));
    expect(refus).toMatchObject({ name: 'Refus', message: expect.stringContaining(phrase) });
  });

  it('un second titre d’accueil est refusé ; « remplace » finit le premier la veille', async () => {
    const enfants = [await monde.addEnfant()];
    const [opp = ''] = await recevoir('cadre', { enfants, code: 'OPP_JUGE', le: '10/09/2026', dureeMois: '6' });
    const placement = { enfants, code: 'PLACEMENT_ASE', le: '18/11/2026', dureeMois: '12' };
    expect(await attraper(recevoir('cadre', placement))).toBeInstanceOf(Refus);
    const [ase = ''] = await recevoir('cadre', { ...placement, remplace: await ref(opp) });
    expect(await lire(opp)).toMatchObject({ etat: 'terminee', finieLe: '2026-11-17' });
    expect((await lire(ase)).periode).toEqual({ du: '2026-11-18', au: '2027-11-17' });
  });

  it('ce que la règle en dit sans s’y opposer revient à qui inscrit, et reste au journal', async () => {
    const enfants = [await monde.addEnfant()];
    const recue = { ...RECUE, enfants, code: 'AEMO', le: '10/11/2026' };
    const { ids, avertissements } = await faire('cadre', recordReception, recue);
    expect(avertissements).toEqual([expect.stringContaining('n’écrit pas sa fin')]);
    const { rows } = await base.asSystem(({ tx }) =>
      sql<{ dit: string }>`select detail ->> 'avertissements' as dit from journal.evenement where objet_id = ${ids[0]}
        and acte = 'mesures.recevoir'`.execute(tx),
    );
    expect(rows[0]?.dit).toBe(avertissements[0]);
  });

  it('une fin décidée d’avance laisse courir la mesure jusque-là', async () => {
    const enfants = [await monde.addEnfant()];
    const [opp = ''] = await recevoir('cadre', { enfants, code: 'OPP_JUGE', le: '10/09/2026', dureeMois: '6' });
    await recevoir('cadre', {
      ...{ enfants, code: 'PLACEMENT_ASE', le: '18/11/2026', du: '01/12/2026', dureeMois: '12' },
      remplace: await ref(opp),
    });
    expect(await lire(opp)).toMatchObject({ etat: 'decidee', finieLe: '2026-11-30', periode: { au: '2026-11-30' } });
  });

  it('une mainlevée met fin à la mesure', async () => {
    const enfants = [await monde.addEnfant()];
    const [id = ''] = await recevoir('cadre', { enfants, code: 'AEMO', le: '10/01/2026', dureeMois: '24' });
    await faire('referent', recordDebut, { mesures: await ref(id), le: '2026-01-20' });
    await recevoir('secretaire', { nature: 'mainlevee', mesures: await ref(id), le: '2026-11-15' });
    expect(await lire(id)).toMatchObject({ etat: 'mainlevee', finieLe: '2026-11-15' });
  });

  it('une prestation du président ne se reçoit pas ; l’admission d’un pupille, si', async () => {
    const enfants = [await monde.addEnfant()];
    expect(await attraper(recevoir('cadre', { enfants, code: 'AED', le: '10/11/2026' }))).toBeInstanceOf(Refus);
    await base.executeSql(
      "insert into enfants.statut (id, enfant_id, code, periode) values ($1, $2, 'pupille-provisoire', '[2026-01-01,)')",
      [createIdentifiant(), enfants[0]],
    );
    const [id = ''] = await recevoir('cadre', { enfants, code: 'PUPILLE', le: '10/11/2026', juridiction: 'Préfet' });
    expect((await lire(id)).etat).toBe('decidee');
  });
});

describe('Corriger sans rien effacer', () => {
  it('la correction remplace, l’ancienne se lit encore, les faits ne disent que la nouvelle', async () => {
    const enfants = [await monde.addEnfant()];
    const [id = ''] = await recevoir('cadre', { enfants, code: 'AEMO', le: '10/11/2026', dureeMois: '6' });
    const [decision] = (await lire(id)).decisions;
    const saisie = { decisionId: decision?.id, correctionMotif: 'Durée mal lue.', dureeMois: '12', motifs: 'Danger.' };
    await faire('secretaire', recordCorrection, { mesures: await ref(id), ...saisie });
    const apres = await lire(id);
    expect(apres.periode).toEqual({ du: '2026-11-10', au: '2027-11-09' });
    expect(apres.decisions.map(({ corrigee }) => corrigee)).toEqual([true, false]);
    const deux = await attraper(faire('secretaire', recordCorrection, { mesures: await ref(id), ...saisie }));
    expect(deux).toBeInstanceOf(Introuvable);
    const faits = await base.executeSql("select 1 from mesures.fait where mesure_id = $1 and type = 'decision'", [id]);
    expect(faits).toHaveLength(1);
  });

  it('une décision inscrite au mauvais dossier s’annule avec sa mesure ; rien n’est dû de ce fait', async () => {
    const enfants = [await monde.addEnfant()];
    const [id = ''] = await recevoir('cadre', { enfants, code: 'AEMO', le: '10/11/2026', dureeMois: '6' });
    const [decision] = (await lire(id)).decisions;
    const saisie = { decisionId: decision?.id, correctionMotif: 'Autre enfant.', annuler: 'oui' };
    await faire('cadre', recordCorrection, { mesures: await ref(id), ...saisie });
    expect(await lire(id)).toMatchObject({ etat: 'annulee', periode: null });
    expect(await base.executeSql('select 1 from mesures.fait where mesure_id = $1', [id])).toEqual([]);
  });

  it('corriger ce qui est signé demande la délégation, et garde le signataire', async () => {
    const id = await addAedDecidee();
    const [decision] = (await lire(id)).decisions;
    const saisie = { decisionId: decision?.id, correctionMotif: 'Faute de frappe.', dureeMois: '3' };
    expect(await attraper(faire('cadre', recordCorrection, { mesures: await ref(id), ...saisie }))).toBeInstanceOf(
      Refus,
    );
    await faire('inspectrice', recordCorrection, { mesures: await ref(id), ...saisie });
    expect(await lire(id)).toMatchObject({ periode: { au: '2027-02-20' } });
    expect((await lire(id)).decisions[1]).toMatchObject({ signataireId: a.inspectrice, arreteNumero: '2020-101' });
  });
});

describe('Exécuter', () => {
  const attendre = async (id: string) =>
    faire('referent', recordAttente, {
      mesures: await ref(id),
      ...{
        raison: 'liste-attente',
        le: '2026-11-21',
        detenteur: 'Association du Nord',
        risque: 'Tensions au domicile.',
      },
    });

  it('elle attend, pourquoi et qui la tient ; elle commence, s’arrête, reprend, finit', async () => {
    const id = await addAedDecidee();
    await attendre(id);
    expect((await lire(id)).etat).toBe('en-attente-execution');
    const jour = { le: '2026-11-21' };
    await faire('referent', recordDebut, { mesures: await ref(id), ...jour, heure: '14 h 30' });
    await faire('referent', recordSuspension, { mesures: await ref(id), ...jour, precision: 'Hospitalisation.' });
    expect((await lire(id)).etat).toBe('suspendue');
    await faire('referent', recordReprise, { mesures: await ref(id), ...jour, precision: 'Retour.' });
    await faire('referent', recordFin, { mesures: await ref(id), ...jour, motif: 'OBJECTIFS_ATTEINTS' });
    expect(await lire(id)).toMatchObject({ etat: 'terminee', debutLe: '2026-11-21', finieLe: '2026-11-21' });
  });

  it('un début avant la décision est refusé', async () => {
    const id = await addAedDecidee();
    const refus = await attraper(faire('referent', recordDebut, { mesures: await ref(id), le: '2026-11-20' }));
    expect(refus).toMatchObject({ name: 'Refus', champ: 'le' });
  });

  it('qui tient la suite se dit : un agent ou un service, pas les deux ni aucun', async () => {
    const id = await addAedDecidee();
    const vide = { mesures: await ref(id), raison: 'sans-place', le: '2026-11-21' };
    expect(await attraper(faire('referent', recordAttente, vide))).toBeInstanceOf(SaisieInvalide);
  });

  it('un début inscrit par erreur s’ôte : la mesure attend de nouveau', async () => {
    const id = await addAedDecidee();
    await attendre(id);
    await faire('referent', recordDebut, { mesures: await ref(id), le: '2026-11-21' });
    const debut = (await lire(id)).execution.find(({ nature }) => nature === 'debut-effectif');
    await faire('referent', recordCorrectionExecution, {
      ...{ mesures: await ref(id), executionId: debut?.id, annuler: 'oui', correctionMotif: 'Rendez-vous manqué.' },
    });
    expect(await lire(id)).toMatchObject({ etat: 'en-attente-execution', debutLe: null });
  });

  it('un début mal daté se corrige, heure comprise ; l’ancien reste lisible', async () => {
    const id = await addAedDecidee();
    await faire('referent', recordDebut, { mesures: await ref(id), le: '2026-11-21', heure: '9 h' });
    const debut = (await lire(id)).execution[0];
    await faire('referent', recordCorrectionExecution, {
      ...{ mesures: await ref(id), executionId: debut?.id, le: '2026-11-21', heure: '14 h 30' },
      correctionMotif: 'L’après-midi.',
    });
    const { execution, etat } = await lire(id);
    expect(etat).toBe('en-cours');
    expect(execution.map(({ corrigee, instant }) => [corrigee, instant && formatHeure(instant)])).toEqual([
      [true, '9 h 00'],
      [false, '14 h 30'],
    ]);
  });

  it('corriger un jour ne défait pas le renouvellement qui se prépare', async () => {
    const id = await addAedDecidee();
    await faire('referent', recordDebut, { mesures: await ref(id), le: '2026-11-21' });
    await faire('referent', recordPreparation, { mesures: await ref(id), le: '2026-11-21' });
    const debut = (await lire(id)).execution[0];
    await faire('referent', recordCorrectionExecution, {
      ...{ mesures: await ref(id), executionId: debut?.id, le: '2026-11-21', heure: '10 h' },
      correctionMotif: 'L’heure manquait.',
    });
    expect((await lire(id)).etat).toBe('en-renouvellement');
  });

  it('transférée à un autre département, elle finit ici et dit qui la reprend ; échue, il n’y a rien à transférer', async () => {
    const id = await addAedDecidee();
    const vers = { le: '2026-11-21', precision: 'Département d’essai, service enfance.' };
    expect(
      await attraper(faire('referent', recordTransfert, { mesures: await ref(id), le: '2026-11-21' })),
    ).toMatchObject({ erreurs: { precision: expect.stringContaining('département') } });
    await faire('referent', recordTransfert, { mesures: await ref(id), ...vers });
    expect(await lire(id)).toMatchObject({
      etat: 'transferee',
      finieLe: '2026-11-21',
      execution: [{ nature: 'fin', motif: 'DEMENAGEMENT', precision: vers.precision }],
    });
    const [echue = ''] = await recevoir('cadre', {
      ...{ enfants: [await monde.addEnfant()], code: 'AEMO', le: '10/01/2026', dureeMois: '6' },
    });
    expect(await attraper(faire('referent', recordTransfert, { mesures: await ref(echue), ...vers }))).toMatchObject({
      name: 'Refus',
      message: expect.stringContaining('Transférer à un autre département'),
    });
  });

  it('passé son dernier jour sans nouvelle décision, elle se lit échue ; ce qui eut lieu avant s’inscrit encore', async () => {
    const enfants = [await monde.addEnfant()];
    const [id = ''] = await recevoir('cadre', { enfants, code: 'AEMO', le: '10/01/2026', dureeMois: '6' });
    expect((await lire(id)).etat).toBe('echue-sans-decision');
    await faire('referent', recordDebut, { mesures: await ref(id), le: '2026-02-01' });
    expect(await lire(id)).toMatchObject({ etat: 'echue-sans-decision', debutLe: '2026-02-01' });
    const tard = await attraper(
      recevoir('cadre', {
        ...{ nature: 'renouvellement', mesures: await ref(id), le: '2026-11-20', du: '2026-11-20', dureeMois: '6' },
      }),
    );
    expect(tard).toMatchObject({ name: 'Refus', message: expect.stringContaining('mesure nouvelle') });
  });
});

describe('une proposition inscrite par erreur', () => {
  const motif = { annulationMotif: 'C’était pour son frère.' };

  it('s’annule avec sa raison ; elle reste lisible, et n’est plus un fait', async () => {
    const id = await addAed();
    await faire('referent', recordAnnulation, { mesures: await ref(id), ...motif });
    const { etat, annulation, accords, enfantId } = await lire(id);
    expect([etat, accords.length]).toEqual(['annulee', 1]);
    expect(annulation).toMatchObject({ le: '2026-11-21', motif: 'C’était pour son frère.' });
    expect(await base.executeSql('select 1 from mesures.fait where enfant_id = $1', [enfantId])).toEqual([]);
    expect(await attraper(faire('referent', recordAnnulation, { mesures: await ref(id), ...motif }))).toBeInstanceOf(
      Refus,
    );
  });

  it('sans raison, rien ne s’annule ; décidée, c’est sa décision qui se corrige', async () => {
    const id = await addAedDecidee();
    expect(await attraper(faire('referent', recordAnnulation, { mesures: await ref(id) }))).toMatchObject({
      erreurs: { annulationMotif: expect.any(String) },
    });
    expect(await attraper(faire('referent', recordAnnulation, { mesures: await ref(id), ...motif }))).toMatchObject({
      message: expect.stringContaining('sa décision qui se corrige'),
    });
  });
});

describe('« C’est fait le … »', () => {
  const recordActe = defineRecordActe(FAITS_MESURES);
  const inscrire = (enfantId: string, saisie: Record<string, unknown>) =>
    base.asAgent(a.referent, (c) => executeCommand(c, recordActe, { enfantId, ...saisie }));

  it('un acte est un fait du vocabulaire commun, avec son heure et ce qu’il porte', async () => {
    const enfantId = await monde.addEnfant();
    await inscrire(enfantId, {
      ...{ type: 'changement-lieu', le: '20/11/2026', heure: '9h15' },
      ...{ 'donnees.prevuLe': '21/12/2026', 'donnees.urgence': 'oui', 'donnees.fratrieSeparee': '' },
    });
    const faits = await base.executeSql(
      "select type, date::text, (instant at time zone 'Europe/Paris')::text as heure, donnees from mesures.fait where enfant_id = $1",
      [enfantId],
    );
    const donnees = { prevuLe: '2026-12-21', urgence: true };
    expect(faits).toEqual([{ type: 'changement-lieu', date: '2026-11-20', heure: '2026-11-20 09:15:00', donnees }]);
  });

  it.each([
    ['de demain', { type: 'saisine-juge', le: '22/11/2026' }, ['le']],
    ['qui a sa page', { type: 'decision', le: '20/11/2026' }, ['type']],
    ['sans ce qu’il doit porter', { type: 'juge-informe', le: '20/11/2026' }, ['donnees.objet']],
  ])('un acte %s est refusé au bon champ', async (_, saisie, champs) => {
    const erreur = await attraper(inscrire(await monde.addEnfant(), saisie));
    expect(Object.keys((erreur as SaisieInvalide).erreurs)).toEqual(champs);
  });

  it('annulé avec sa raison, il reste lisible et ne compte plus', async () => {
    const enfantId = await monde.addEnfant();
    const acteId = await inscrire(enfantId, { type: 'avis-parquet', le: '20/11/2026' });
    const annuler = () =>
      base.asAgent(a.cadre, (c) => executeCommand(c, closeActe, { acteId, motif: 'Autre enfant.' }));
    await annuler();
    expect(await base.executeSql('select 1 from mesures.fait where enfant_id = $1', [enfantId])).toEqual([]);
    expect(await base.asAgent(a.referent, (c) => listActesDe(c, enfantId))).toMatchObject([
      { type: 'avis-parquet', annuleMotif: 'Autre enfant.', annuleLe: '2026-11-21' },
    ]);
    expect(await attraper(annuler())).toBeInstanceOf(Conflit);
  });

  it('sur la mesure d’un autre enfant, rien ne se trouve', async () => {
    const mesureId = await addAed();
    const erreur = inscrire(await monde.addEnfant(), { type: 'avis-parquet', le: '20/11/2026', mesureId });
    expect(await attraper(erreur)).toBeInstanceOf(Introuvable);
  });
});

it('les mesures d’un enfant se lisent ensemble ; absent et hors missions se ressemblent', async () => {
  const enfantId = await monde.addEnfant();
  await proposer([enfantId], ['AED', 'TISF']);
  expect(await base.asAgent(a.referent, (c) => listMesuresDe(c, enfantId))).toHaveLength(2);
  expect(await base.asAgent(a.ailleurs, (c) => listMesuresDe(c, enfantId))).toEqual([]);
  expect(await attraper(base.asAgent(a.ailleurs, (c) => getMesureInscrite(c, createIdentifiant())))).toBeInstanceOf(
    Introuvable,
  );
});

it('l’état, le territoire et ce que tiennent les décisions ne s’écrivent pas à la main', async () => {
  const id = await addAed();
  for (const colonne of ['periode', 'enfant_id', 'unite_id', 'code', 'decidee_le'])
    expect(
      await attraper(
        base.asAgent(a.inspectrice, ({ tx }) =>
          sql`update mesures.mesure set ${sql.ref(colonne)} = ${sql.ref(colonne)} where id = ${id}`.execute(tx),
        ),
      ),
    ).toMatchObject({ code: '42501' });
});
