import { describe, expect, it } from 'vitest';
import { aSignalement } from '#modules/signalements/testing/signalement-essai.ts';
import { aFaits, LOU, TOM } from '../testing/faits-suites.ts';
import { evaluateDecision } from './decision.ts';

const RAPPORT = aFaits().rapport;
const decider = (
  decision: Parameters<typeof evaluateDecision>[0]['decision'],
  faits = aFaits(),
  motifEcart: string | null = 'Motif',
) => evaluateDecision({ decision, motifEcart }, faits);
const articles = (verdict: ReturnType<typeof evaluateDecision>) =>
  (verdict.issue === 'accepte' ? verdict.avertissements.flatMap(({ textes }) => textes) : verdict.textes).map(
    ({ article }) => article,
  );

describe('Décider sur un rapport validé, avec sa conclusion et sa proposition (CASF D226-2-7)', () => {
  it('pas encore validé : rien ne se décide', () => {
    for (const rapport of [{ ...RAPPORT, valideLe: null }]) {
      const verdict = decider('classement', aFaits({ rapport }));
      expect(verdict.issue).toBe('refuse');
      expect(articles(verdict)).toEqual(['D226-2-7']);
    }
  });
  it('chacune des trois suites se décide', () => {
    for (const decision of ['classement', 'actions-adaptees', 'saisine'] as const)
      expect(decider(decision)).toMatchObject({ issue: 'accepte', avertissements: [] });
  });
});

describe('La décision peut s’écarter de la proposition, en disant pourquoi (CASF D226-2-4)', () => {
  it('sans motif d’écart, la saisie est incomplète ; avec, elle vaut', () => {
    expect(decider('saisine', aFaits(), null)).toMatchObject({ issue: 'incomplet', manque: ['motifEcart'] });
    expect(decider('saisine', aFaits(), 'Éléments nouveaux').issue).toBe('accepte');
  });
  it('conforme à la proposition, elle n’a pas d’écart à motiver', () =>
    expect(decider('classement', aFaits(), null).issue).toBe('accepte'));
});

describe('Tous les mineurs du foyer sont évalués (CASF L226-3, D226-2-3)', () => {
  const faits = aFaits({ mineurs: [LOU, { ...TOM, evalue: false }] });
  it.each(['classement', 'actions-adaptees'] as const)('un frère sans volet ferme la décision « %s »', (decision) => {
    const verdict = decider(decision, faits);
    expect(verdict).toMatchObject({ issue: 'refuse', motif: expect.stringContaining('ESSAI Tom') });
    expect(articles(verdict)).toEqual(['L226-3', 'D226-2-3']);
  });
  it('il ne ferme pas la saisine, qui protège : elle avertit', () => {
    const verdict = decider('saisine', faits);
    expect(verdict.issue).toBe('accepte');
    expect(articles(verdict)).toEqual(['L226-3', 'D226-2-3']);
  });
});

describe('Un mineur que l’on n’a pas pu rencontrer oblige la saisine (CASF D226-2-6 II)', () => {
  const faits = aFaits({ mineurs: [LOU, { ...TOM, rencontreImpossible: true }] });
  it('ni classement ni actions adaptées', () => {
    for (const decision of ['classement', 'actions-adaptees'] as const) {
      const verdict = decider(decision, faits);
      expect(verdict.issue).toBe('refuse');
      expect(articles(verdict)).toEqual(['D226-2-6 II']);
    }
  });
  it('le parquet déjà avisé, des actions adaptées se décident ; jamais un classement', () => {
    const avise = { ...faits, signalements: [aSignalement()] };
    expect(decider('actions-adaptees', avise).issue).toBe('accepte');
    expect(decider('classement', avise).issue).toBe('refuse');
  });
  it('un signalement encore à envoyer n’avise personne', () =>
    expect(decider('actions-adaptees', { ...faits, signalements: [aSignalement({ etat: 'valide' })] }).issue).toBe(
      'refuse',
    ));
  it('la saisine se décide', () => expect(decider('saisine', faits).issue).toBe('accepte'));
});

it('saisir quand l’équipe n’a constaté ni danger ni risque avertit (CASF L226-4 I)', () => {
  const rapport = { ...RAPPORT, conclusion: 'infirme' as const };
  expect(articles(decider('saisine', aFaits({ rapport })))).toEqual(['L226-4 I']);
});
