import { expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { buildAttenteDEssai, buildDecisionDEssai, buildMesureDEssai, JOUR } from '../testing/mesure-essai.ts';
import { buildFicheMesure } from './fiche-view.ts';

const RIEN = { corrigerDecision: false, corrigerExecution: false };

it('une fiche dit le fondement, qui a décidé et par quelle délégation, ce qui reste', () => {
  const fiche = buildFicheMesure(buildMesureDEssai(), JOUR, RIEN);
  expect(fiche).toMatchObject({
    titre: 'Action éducative à domicile (AED)',
    etat: 'En cours',
    ton: 'fait',
    fondement: 'CASF, art. L222-3',
    echueDepuis: null,
    attente: null,
  });
  expect(fiche.faits[0]).toMatchObject({
    valeur: '1er septembre 2026',
    detail: 'signée par Anne Roy, délégation 2026-163',
  });
  expect(fiche.faits[1]?.detail).toBe('finit dans 283 jours (mardi 31 août 2027)');
});

it('une correction et ce qu’elle remplace se lisent toutes deux, la plus récente d’abord', () => {
  const premiere = buildDecisionDEssai({ corrigee: true });
  const correction = buildDecisionDEssai({
    id: 'correction',
    corrigeId: 'decision',
    correctionMotif: 'La fin était fausse.',
    au: jourCivil('2027-02-28'),
  });
  const mesure = buildMesureDEssai({ decisions: [premiere, correction] });
  const { decisions } = buildFicheMesure(mesure, JOUR, { corrigerDecision: true, corrigerExecution: true });
  expect(
    decisions.map(({ cle, corrigee, correction: motif, corrigerHref }) => [cle, corrigee, motif, corrigerHref]),
  ).toEqual([
    ['correction', false, 'La fin était fausse.', '/mesures/mesure/corriger?decision=correction'],
    ['decision', true, null, null],
  ]);
});

it('échue sans décision, elle le dit avec son dernier jour couvert (C. civ. 375, MES-027)', () => {
  const periode = { du: jourCivil('2025-11-01'), au: jourCivil('2026-10-31') };
  const fiche = buildFicheMesure(buildMesureDEssai({ etat: 'echue-sans-decision', periode }), JOUR, RIEN);
  expect(fiche.echueDepuis).toBe('31 octobre 2026');
  expect(fiche.faits[1]).toMatchObject({ detail: 'échue depuis 21 jours', ton: 'retard' });
});

it('ordonnée et pas commencée, elle dit pourquoi, depuis quand, qui tient la suite et ce que l’enfant risque', () => {
  const mesure = buildMesureDEssai({ etat: 'en-attente-execution', debutLe: null, execution: [buildAttenteDEssai()] });
  expect(buildFicheMesure(mesure, JOUR, RIEN).attente).toEqual({
    raison: 'Liste d’attente du service',
    depuis: '1er octobre 2026',
    detenteur: 'Service AED',
    risque: 'Absences à l’école',
  });
});

it('une décision signée ici se produit en Word ; celle d’un juge est celle du juge', () => {
  const { decisions, formulaireAccord } = buildFicheMesure(buildMesureDEssai(), JOUR, RIEN);
  expect(decisions[0]?.ecrits.map(({ href }) => href)).toEqual([
    '/mesures/mesure/ecrits/arrete/decision',
    '/mesures/mesure/ecrits/notification/decision',
  ]);
  expect(formulaireAccord).toBe('/mesures/mesure/ecrits/accord');
  const recue = buildDecisionDEssai({ signataire: null, signataireId: null, juridiction: 'Tribunal pour enfants' });
  const judiciaire = buildMesureDEssai({ code: 'AEMO', origine: 'judiciaire', decisions: [recue] });
  expect(buildFicheMesure(judiciaire, JOUR, RIEN)).toMatchObject({
    formulaireAccord: null,
    decisions: [{ ecrits: [] }],
  });
});

it('un évènement se corrige une fois ; corrigé ou annulé, il reste lisible sans se corriger de nouveau', () => {
  const execution = [
    buildAttenteDEssai({ corrigee: true }),
    buildAttenteDEssai({ id: 'juste', corrigeId: 'attente', correctionMotif: 'Le bon jour.' }),
    buildAttenteDEssai({ id: 'ote', annule: true }),
  ];
  const lignes = (corrigerExecution: boolean) =>
    buildFicheMesure(buildMesureDEssai({ execution }), JOUR, { corrigerDecision: true, corrigerExecution }).execution;
  expect(lignes(true).map(({ cle, corrigerHref }) => [cle, corrigerHref])).toEqual([
    ['ote', null],
    ['juste', '/mesures/mesure/corriger-execution?evenement=juste'],
    ['attente', null],
  ]);
  expect(lignes(false).every(({ corrigerHref }) => corrigerHref === null)).toBe(true);
});

it('une proposition annulée dit pourquoi, quand et par qui', () => {
  const annulation = { le: jourCivil('2026-11-20'), par: 'Paul Duval', motif: 'C’était pour son frère.' };
  expect(buildFicheMesure(buildMesureDEssai({ etat: 'annulee', annulation }), JOUR, RIEN).annulation).toEqual({
    motif: 'C’était pour son frère.',
    quand: '20 novembre 2026, par Paul Duval',
  });
});
