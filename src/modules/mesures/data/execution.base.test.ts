/** Exécuter une mesure, inscrire ce qui est fait, lire les mesures d'un enfant. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, SaisieInvalide } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatHeure } from '#shared/instant.ts';
import { FAITS_MESURES } from '../faits.ts';
import { withMesures } from '../testing/gestes-mesures.ts';
import { attraper } from '../testing/monde-mesures.ts';
import { closeActe, defineRecordActe, listActesDe } from './acte-commands.server.ts';
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

const { base, readMonde, faire, lire, ref, addEnfant, proposer, recevoir, addAed, addAedDecidee } = withMesures();

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
      ...{ enfants: [await addEnfant()], code: 'AEMO', le: '10/01/2026', dureeMois: '6' },
    });
    expect(await attraper(faire('referent', recordTransfert, { mesures: await ref(echue), ...vers }))).toMatchObject({
      name: 'Refus',
      message: expect.stringContaining('Transférer à un autre département'),
    });
  });

  it('passé son dernier jour sans nouvelle décision, elle se lit échue ; ce qui eut lieu avant s’inscrit encore', async () => {
    const enfants = [await addEnfant()];
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

describe('« C’est fait le … »', () => {
  const recordActe = defineRecordActe(FAITS_MESURES);
  const inscrire = (enfantId: string, saisie: Record<string, unknown>) =>
    base.asAgent(readMonde().agents.referent, (c) => executeCommand(c, recordActe, { enfantId, ...saisie }));

  it('un acte est un fait du vocabulaire commun, avec son heure et ce qu’il porte', async () => {
    const enfantId = await addEnfant();
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
    const erreur = await attraper(inscrire(await addEnfant(), saisie));
    expect(Object.keys((erreur as SaisieInvalide).erreurs)).toEqual(champs);
  });

  it('annulé avec sa raison, il reste lisible et ne compte plus', async () => {
    const enfantId = await addEnfant();
    const acteId = await inscrire(enfantId, { type: 'avis-parquet', le: '20/11/2026' });
    const annuler = () =>
      base.asAgent(readMonde().agents.cadre, (c) => executeCommand(c, closeActe, { acteId, motif: 'Autre enfant.' }));
    await annuler();
    expect(await base.executeSql('select 1 from mesures.fait where enfant_id = $1', [enfantId])).toEqual([]);
    expect(await base.asAgent(readMonde().agents.referent, (c) => listActesDe(c, enfantId))).toMatchObject([
      { type: 'avis-parquet', annuleMotif: 'Autre enfant.', annuleLe: '2026-11-21' },
    ]);
    expect(await attraper(annuler())).toBeInstanceOf(Conflit);
  });

  it('sur la mesure d’un autre enfant, rien ne se trouve', async () => {
    const mesureId = await addAed();
    const erreur = inscrire(await addEnfant(), { type: 'avis-parquet', le: '20/11/2026', mesureId });
    expect(await attraper(erreur)).toBeInstanceOf(Introuvable);
  });
});

it('les mesures d’un enfant se lisent ensemble ; absent et hors missions se ressemblent', async () => {
  const enfantId = await addEnfant();
  await proposer([enfantId], ['AED', 'TISF']);
  expect(await base.asAgent(readMonde().agents.referent, (c) => listMesuresDe(c, enfantId))).toHaveLength(2);
  expect(await base.asAgent(readMonde().agents.ailleurs, (c) => listMesuresDe(c, enfantId))).toEqual([]);
  expect(
    await attraper(base.asAgent(readMonde().agents.ailleurs, (c) => getMesureInscrite(c, createIdentifiant()))),
  ).toBeInstanceOf(Introuvable);
});

it('l’état, le territoire et ce que tiennent les décisions ne s’écrivent pas à la main', async () => {
  const id = await addAed();
  for (const colonne of ['periode', 'enfant_id', 'unite_id', 'code', 'decidee_le'])
    expect(
      await attraper(
        base.asAgent(readMonde().agents.inspectrice, ({ tx }) =>
          sql`update mesures.mesure set ${sql.ref(colonne)} = ${sql.ref(colonne)} where id = ${id}`.execute(tx),
        ),
      ),
    ).toMatchObject({ code: '42501' });
});
