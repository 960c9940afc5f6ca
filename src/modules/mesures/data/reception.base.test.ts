/** Recevoir la décision d'un juge, et corriger ce qui est inscrit sans rien effacer. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { Introuvable, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { RECUE, withMesures } from '../testing/gestes-mesures.ts';
import { attraper } from '../testing/monde-mesures.ts';
import { recordCorrection } from './correction-commands.server.ts';
import { recordDebut } from './execution-commands.server.ts';
import { recordReception } from './reception-commands.server.ts';

const { base, readMonde, faire, lire, ref, addEnfant, proposer, recevoir, addAedDecidee } = withMesures();

describe('Recevoir une décision judiciaire', () => {
  it('pour une fratrie : qui reçoit n’a pas à décider ; à qui l’enfant est confié et ses visites se lisent', async () => {
    const fratrie = [await addEnfant(), await addEnfant()];
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
    const enfantId = await addEnfant();
    const [attendue] = await proposer([enfantId], ['AEMO']);
    const ids = await recevoir('cadre', { enfants: [enfantId], code: 'AEMO', le: '10/11/2026', dureeMois: '24' });
    expect(ids).toEqual([attendue]);
  });

  it.each([
    ['avant la naissance', { le: '03/03/2015', dureeMois: '6' }, 'précède la naissance'],
    ['de plus de deux ans', { le: '10/11/2026', dureeMois: '25' }, 'plus longue durée'],
    ['de demain', { le: '22/11/2026', dureeMois: '6' }, 'à venir'],
  ])('une décision %s est refusée en disant pourquoi', async (_, plus, phrase) => {
    const enfants = [await addEnfant()];
    const refus = await attraper(recevoir('cadre', { enfants, code: 'AEMO', ...plus }));
    expect(refus).toMatchObject({ name: 'Refus', message: expect.stringContaining(phrase) });
  });

  it.each([
    ['emancipe', 'AEMO', '375, al. 3'],
    ['majeur', 'PLACEMENT_ASE', '388'],
    ['pupille-definitif', 'TUTELLE_DEP', '411'],
    ['autorite-parentale', 'PUPILLE', 'L224-4'],
  ])('d’un enfant %s, une mesure %s est refusée sous son texte, sans rien écrire', async (statut, code, article) => {
    const enfantId = await addEnfant();
    await base.executeSql(
      "insert into enfants.statut (id, enfant_id, code, periode) values (gen_random_uuid(), $1, $2, '[2026-01-01,)')",
      [enfantId, statut],
    );
    const recue = { enfants: [enfantId], code, le: '10/11/2026', dureeMois: '6' };
    expect(await attraper(recevoir('cadre', recue))).toMatchObject({
      name: 'Refus',
      textes: [expect.objectContaining({ article })],
    });
    expect(await base.executeSql('select 1 from mesures.mesure where enfant_id = $1', [enfantId])).toEqual([]);
  });

  it('un second titre d’accueil est refusé ; « remplace » finit le premier la veille', async () => {
    const enfants = [await addEnfant()];
    const [opp = ''] = await recevoir('cadre', { enfants, code: 'OPP_JUGE', le: '10/09/2026', dureeMois: '6' });
    const placement = { enfants, code: 'PLACEMENT_ASE', le: '18/11/2026', dureeMois: '12' };
    expect(await attraper(recevoir('cadre', placement))).toBeInstanceOf(Refus);
    const [ase = ''] = await recevoir('cadre', { ...placement, remplace: await ref(opp) });
    expect(await lire(opp)).toMatchObject({ etat: 'terminee', finieLe: '2026-11-17' });
    expect((await lire(ase)).periode).toEqual({ du: '2026-11-18', au: '2027-11-17' });
  });

  it('ce que la règle en dit sans s’y opposer revient à qui inscrit, et reste au journal', async () => {
    const enfants = [await addEnfant()];
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
    const enfants = [await addEnfant()];
    const [opp = ''] = await recevoir('cadre', { enfants, code: 'OPP_JUGE', le: '10/09/2026', dureeMois: '6' });
    await recevoir('cadre', {
      ...{ enfants, code: 'PLACEMENT_ASE', le: '18/11/2026', du: '01/12/2026', dureeMois: '12' },
      remplace: await ref(opp),
    });
    expect(await lire(opp)).toMatchObject({ etat: 'decidee', finieLe: '2026-11-30', periode: { au: '2026-11-30' } });
  });

  it('une mainlevée met fin à la mesure', async () => {
    const enfants = [await addEnfant()];
    const [id = ''] = await recevoir('cadre', { enfants, code: 'AEMO', le: '10/01/2026', dureeMois: '24' });
    await faire('referent', recordDebut, { mesures: await ref(id), le: '2026-01-20' });
    await recevoir('secretaire', { nature: 'mainlevee', mesures: await ref(id), le: '2026-11-15' });
    expect(await lire(id)).toMatchObject({ etat: 'mainlevee', finieLe: '2026-11-15' });
  });

  it('une prestation du président ne se reçoit pas ; l’admission d’un pupille, si', async () => {
    const enfants = [await addEnfant()];
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
    const enfants = [await addEnfant()];
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
    const enfants = [await addEnfant()];
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
    expect((await lire(id)).decisions[1]).toMatchObject({
      signataireId: readMonde().agents.inspectrice,
      arreteNumero: '2020-101',
    });
  });
});
