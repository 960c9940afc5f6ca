import { describe, expect, it } from 'vitest';
import { aSignalement } from '#modules/signalements/testing/signalement-essai.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { aDecidee, aDite, aMesure, LOU, TOM } from '../testing/faits-suites.ts';
import { evaluateCloture } from './cloture.ts';
import type { FaitsSuites } from './faits.ts';

const JOUR = jourCivil('2026-11-21');
const clore = (acte: Parameters<typeof evaluateCloture>[0], faits: FaitsSuites) => evaluateCloture(acte, faits, JOUR);
const CONCLUSIONS_DITES = aDite({ objet: 'conclusions', aQui: 'titulaires' });
const OUVERTURE_DITE = aDite({ objet: 'ouverture', aQui: 'titulaires', le: jourCivil('2026-09-10') });
const TOUT_DIT = [OUVERTURE_DITE, CONCLUSIONS_DITES, aDite()];

describe('Clore par un classement', () => {
  const faits = aDecidee('classement', { dites: TOUT_DIT });
  it('décidé, tout étant dit : rien ne s’y oppose', () =>
    expect(clore('clore-classement', faits)).toMatchObject({ issue: 'accepte', avertissements: [] }));
  it('un frère ou une sœur sans évaluation ferme le classement (CASF L226-3)', () =>
    expect(clore('clore-classement', { ...faits, mineurs: [LOU, { ...TOM, evalue: false }] })).toMatchObject({
      issue: 'refuse',
      motif: expect.stringContaining('IP-012'),
    }));
  it('un mineur impossible à rencontrer ferme le classement, même le parquet avisé (CASF D226-2-6 II)', () =>
    expect(
      clore('clore-classement', {
        ...faits,
        mineurs: [{ ...LOU, rencontreImpossible: true }],
        signalements: [aSignalement({ ditLe: JOUR })],
      }),
    ).toMatchObject({ issue: 'refuse', motif: expect.stringContaining('IP-019') }));
  it('ce qui reste à dire aux parents et à la source avertit sans fermer (CASF D226-2-7, L226-5)', () => {
    const verdict = clore('clore-classement', { ...faits, dites: [] });
    expect(verdict.issue === 'accepte' && verdict.avertissements.map(({ textes }) => textes[0]?.article)).toEqual([
      'D226-2-6 I',
      'D226-2-7',
      'L226-5, al. 1',
    ]);
  });
  it('une autre décision ne se clôt pas par un classement (CASF D226-2-7)', () => {
    expect(clore('clore-classement', aDecidee('saisine')).issue).toBe('refuse');
    expect(clore('clore-administratif', faits).issue).toBe('refuse');
  });
});

describe('Clore par une suite administrative', () => {
  const faits = (...mesures: ReturnType<typeof aMesure>[]) =>
    aDecidee('actions-adaptees', { mesures, dites: TOUT_DIT });
  const recueilli = aMesure({ accord: 'recueilli', accordLe: JOUR });
  const refuse = aMesure({ id: 'aed-tom', mineurId: 'tom', accord: 'refuse', accordLe: JOUR });
  it('l’accord écrit des représentants légaux est recueilli d’abord (CASF L223-2, al. 1)', () => {
    expect(clore('clore-administratif', faits(recueilli, aMesure({ id: 'b', mineurId: 'tom' })))).toMatchObject({
      issue: 'refuse',
      textes: [{ article: 'L223-2, al. 1' }],
    });
    expect(clore('clore-administratif', faits(recueilli))).toMatchObject({ issue: 'accepte', avertissements: [] });
  });
  it('une orientation de droit commun ne demande pas d’accord écrit', () =>
    expect(clore('clore-administratif', faits(aMesure({ nature: 'droit-commun', accord: 'sans-objet' }))).issue).toBe(
      'accepte',
    ));
  it('tous les accords refusés, rien n’est à mettre en place : le danger se signale (CASF L226-4 I)', () => {
    expect(clore('clore-administratif', faits(refuse))).toMatchObject({
      issue: 'refuse',
      textes: [{ article: 'L226-4 I' }],
    });
    expect(clore('clore-administratif', faits(recueilli, refuse))).toMatchObject({
      issue: 'accepte',
      avertissements: [{ textes: [{ article: 'L226-4 I' }] }],
    });
  });
  it('refusées par la famille, des actions adaptées se closent par la saisine envoyée', () =>
    expect(clore('clore-judiciaire', { ...faits(refuse), signalements: [aSignalement({ ditLe: JOUR })] }).issue).toBe(
      'accepte',
    ));
});

describe('Clore par la saisine judiciaire', () => {
  const faits = (plus: Partial<FaitsSuites>) => aDecidee('saisine', { dites: TOUT_DIT, ...plus });
  it('le signalement est parti (CASF L226-4 I)', () => {
    for (const signalements of [[], [aSignalement({ etat: 'brouillon' })], [aSignalement({ etat: 'abandonne' })]])
      expect(clore('clore-judiciaire', faits({ signalements }))).toMatchObject({
        issue: 'refuse',
        textes: [{ article: 'L226-4 I' }],
      });
  });
  it('les parents en sont informés par écrit (CASF L226-5, al. 3)', () => {
    expect(clore('clore-judiciaire', faits({ signalements: [aSignalement()] }))).toMatchObject({
      issue: 'refuse',
      textes: [{ article: 'L226-5, al. 3' }],
    });
    for (const etat of ['envoye', 'accuse', 'suites-connues'] as const)
      expect(clore('clore-judiciaire', faits({ signalements: [aSignalement({ etat, ditLe: JOUR })] }))).toMatchObject({
        issue: 'accepte',
        avertissements: [],
      });
  });
  it('suspendue sur décision du juge, elle se clôt sans signalement', () =>
    expect(clore('clore-judiciaire', faits({ etat: 'suspendue', decision: null })).issue).toBe('accepte'));
  it('un mineur jamais évalué n’empêche pas de clore ce que le parquet a', () =>
    expect(
      clore(
        'clore-judiciaire',
        faits({ mineurs: [{ ...LOU, evalue: false }], signalements: [aSignalement({ ditLe: JOUR })] }),
      ).issue,
    ).toBe('accepte'));
});

describe('Un signalement signé part sans délai : rien ne se clôt avant (CASF L226-4 I)', () => {
  it.each(['clore-classement', 'clore-judiciaire'] as const)('%s', (acte) =>
    expect(
      clore(acte, aDecidee('classement', { dites: TOUT_DIT, signalements: [aSignalement({ etat: 'valide' })] })),
    ).toMatchObject({ issue: 'refuse', motif: expect.stringContaining('IP-030') }),
  );
  it('en rédaction, il avertit', () =>
    expect(
      clore(
        'clore-classement',
        aDecidee('classement', { dites: TOUT_DIT, signalements: [aSignalement({ etat: 'brouillon' })] }),
      ),
    ).toMatchObject({ issue: 'accepte', avertissements: [{ motif: expect.stringContaining('en rédaction') }] }));
});
