import { expect, it } from 'vitest';
import { buildDroitDEssai, buildMesureDEssai } from '../testing/mesure-essai.ts';
import { canActer, canCorriger, canCorrigerExecution, findActe, formatActe, listActes } from './acte-view.ts';

const TOUT = buildDroitDEssai(
  'mesures.proposer',
  'mesures.donner-avis',
  'mesures.decider',
  'mesures.recevoir',
  'mesures.executer',
);
const PROPOSEE = buildMesureDEssai({ etat: 'proposee', decideeLe: null, periode: null, decisions: [] });

it('une prestation proposée attend l’accord, les avis et la décision ; rien ne s’exécute avant elle', () => {
  const actes = listActes(PROPOSEE, TOUT).map(({ acte }) => acte);
  expect(actes).toEqual(['accord', 'avis', 'decider', 'refuser', 'annuler', 'service']);
  expect(listActes(PROPOSEE, TOUT)[0]).toEqual({
    acte: 'accord',
    titre: 'Inscrire l’accord ou le refus',
    href: '/mesures/mesure/accord',
  });
});

it('une mesure judiciaire se reçoit : personne ne la décide ici, et aucun accord n’est à recueillir', () => {
  const judiciaire = { ...PROPOSEE, code: 'AEMO', origine: 'judiciaire' } as const;
  const actes = listActes(judiciaire, TOUT).map(({ acte }) => acte);
  expect(actes).toContain('recevoir');
  expect(actes).not.toContain('decider');
  expect(actes).not.toContain('accord');
});

it('un bouton demande l’état et l’habilitation : qui exécute ne décide pas', () => {
  const execute = buildDroitDEssai('mesures.executer');
  const enAttente = buildMesureDEssai({ etat: 'en-attente-execution', debutLe: null });
  expect(listActes(enAttente, execute).map(({ acte }) => acte)).toEqual([
    'debut',
    'attente',
    'finir',
    'transferer',
    'service',
  ]);
  expect(canActer('renouveler', enAttente, execute)).toBe(false);
  expect(canActer('suspendre', enAttente, TOUT)).toBe(false);
});

it('échue, une mesure reçoit encore la décision prise avant son terme, et ce qui s’est passé avant', () => {
  const echue = buildMesureDEssai({ etat: 'echue-sans-decision', etatInscrit: 'en-cours' });
  expect(canActer('renouveler', echue, TOUT)).toBe(true);
  expect(canActer('suspendre', echue, TOUT)).toBe(true);
  expect(canActer('modifier', echue, TOUT)).toBe(false);
});

it('une mesure que la loi ne renouvelle pas n’en propose pas l’acte', () => {
  const provisoire = buildMesureDEssai({ code: 'OPP_PARQUET', origine: 'judiciaire', groupe: 'hebergement' });
  const actes = listActes(provisoire, TOUT).map(({ acte }) => acte);
  expect(actes).toContain('mainlevee');
  expect(actes).not.toContain('renouveler');
  expect(actes).not.toContain('preparer');
});

it('une mesure finie n’a plus d’acte', () => {
  expect(listActes(buildMesureDEssai({ etat: 'terminee' }), TOUT)).toEqual([]);
});

it('corrige une décision qui peut la prendre, ou l’inscrire', () => {
  const recoit = buildDroitDEssai('mesures.recevoir');
  expect(canCorriger(buildMesureDEssai(), recoit)).toBe(false);
  expect(canCorriger(buildMesureDEssai({ origine: 'judiciaire' }), recoit)).toBe(true);
});

it('corrige l’exécution qui l’inscrit, finie comprise ; une mesure annulée n’a plus rien à corriger', () => {
  const execute = buildDroitDEssai('mesures.executer');
  expect(canCorrigerExecution(buildMesureDEssai({ etat: 'terminee' }), execute)).toBe(true);
  expect(canCorrigerExecution(buildMesureDEssai({ etat: 'annulee' }), execute)).toBe(false);
  expect(canCorrigerExecution(buildMesureDEssai(), buildDroitDEssai('mesures.recevoir'))).toBe(false);
});

it('une mesure décidée ne s’annule pas : sa décision se corrige', () => {
  expect(canActer('annuler', buildMesureDEssai({ etat: 'decidee' }), TOUT)).toBe(false);
});

it('une adresse qui ne nomme pas un acte n’en ouvre aucun', () => {
  expect(findActe('toString')).toBeUndefined();
  expect(findActe('debut')).toBe('debut');
  expect(formatActe('debut')).toBe('Inscrire le début effectif');
});
