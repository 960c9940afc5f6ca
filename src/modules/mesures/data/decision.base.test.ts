/** Proposer, recueillir l'accord, décider une prestation ; ce qui s'inscrit par erreur s'annule. */

import { describe, expect, it } from 'vitest';
import { Conflit, Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import { DECISION, PROPOSITION, withMesures } from '../testing/gestes-mesures.ts';
import { attraper } from '../testing/monde-mesures.ts';
import { recordDecision, recordRefus } from './decision-commands.server.ts';
import { recordDebut, recordPreparation } from './execution-commands.server.ts';
import { recordAccord, recordAnnulation, recordAvis, recordProposition } from './proposition-commands.server.ts';

const { base, readMonde, faire, lire, ref, addEnfant, proposer, decider, addAed, addAedDecidee } = withMesures();

describe('Proposer, donner un avis, recueillir l’accord', () => {
  it('une proposition vaut pour toute une fratrie et plusieurs mesures, portées par leur territoire', async () => {
    const fratrie = [await addEnfant(), await addEnfant()];
    const ids = await proposer(fratrie, ['AED', 'TISF']);
    expect(ids).toHaveLength(4);
    for (const id of ids)
      expect(await lire(id)).toMatchObject({
        etat: 'proposee',
        uniteId: readMonde().d.unites.nord,
        par: expect.any(String),
      });
    const traces = await base.executeSql<{ enfant_id: string }>(
      "select enfant_id from journal.evenement where acte = 'mesures.proposer' and enfant_id = any ($1)",
      [fratrie],
    );
    expect(traces).toHaveLength(4);
  });

  it('ce que demande la famille est demandé ; ce qu’on demande au juge l’est aussi', async () => {
    const enfantId = await addEnfant();
    const [aed = ''] = await faire('referent', recordProposition, {
      ...PROPOSITION,
      ...{ demandeur: 'famille', enfants: [enfantId], codes: ['AED'] },
    });
    const [aemo = ''] = await proposer([enfantId], ['AEMO']);
    expect((await lire(aed)).etat).toBe('demandee');
    expect((await lire(aemo)).etat).toBe('demandee');
  });

  it('un code interdit ne se propose plus, et dit quoi inscrire à la place', async () => {
    const refus = await attraper(proposer([await addEnfant()], ['PEAD']));
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
      { nature: 'initiale', le: '2026-11-21', signataireId: readMonde().agents.inspectrice, arreteNumero: '2020-101' },
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
    const [sansAccord = ''] = await proposer([await addEnfant()], ['AED']);
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
    const [id = ''] = await proposer([await addEnfant()], ['AEMO']);
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
