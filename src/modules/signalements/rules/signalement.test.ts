import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { aSignalement } from '../testing/signalement-essai.ts';
import {
  computeEnvoi,
  computeRelance,
  evaluateActeSignalement,
  evaluateJour,
  evaluateRedaction,
  listActesSignalement,
} from './signalement.ts';

describe('Un signalement est rédigé, signé, envoyé, accusé ; puis ses suites sont connues (CASF L226-4 I)', () => {
  it('chaque état ouvre ses actes, et eux seuls', () => {
    expect(listActesSignalement('brouillon')).toEqual(['modifier', 'signer', 'abandonner']);
    expect(listActesSignalement('valide')).toEqual(['envoyer', 'abandonner']);
    expect(listActesSignalement('envoye')).toEqual(['accuser', 'relancer', 'conclure']);
    expect(listActesSignalement('accuse')).toEqual(['relancer', 'conclure']);
    expect(listActesSignalement('suites-connues')).toEqual([]);
    expect(listActesSignalement('abandonne')).toEqual([]);
  });
  it('signé, il ne se modifie plus ; parti, il ne s’abandonne plus', () => {
    expect(evaluateActeSignalement('valide', 'modifier')).toMatchObject({
      issue: 'refuse',
      motif: expect.stringContaining('signé, à envoyer'),
    });
    expect(evaluateActeSignalement('envoye', 'abandonner').issue).toBe('refuse');
  });
  it('il se rédige dans tout état non final, et dans aucun autre', () => {
    for (const etat of [
      'recue',
      'en-premiere-analyse',
      'qualifiee',
      'attribuee',
      'en-evaluation',
      'suspendue',
      'rapport-remis',
      'en-validation',
      'decidee',
    ] as const)
      expect(evaluateRedaction(etat).issue, etat).toBe('accepte');
    for (const etat of [
      'hors-ip',
      'transferee',
      'close-classement',
      'close-administratif',
      'close-judiciaire',
    ] as const)
      expect(evaluateRedaction(etat).issue, etat).toBe('refuse');
  });
});

it('le parquet est avisé sans délai : signé, le signalement part le jour même (CASF L226-4 I)', () => {
  expect(computeEnvoi({ valideLe: jourCivil('2026-11-20') })?.pour).toBe('2026-11-20');
  expect(computeEnvoi({ valideLe: null })).toBeNull();
});

describe('Le parquet informe des suites ; sans réponse, on le relance après un temps réglé par le département (CASF L226-4 I)', () => {
  const relance = (plus: Parameters<typeof aSignalement>[0], jours = 30) => computeRelance(aSignalement(plus), jours);
  it('du jour de l’envoi à Paris, puis de la dernière relance', () => {
    expect(relance({ envoyeA: '2026-11-19T09:00:00Z' })?.pour).toBe('2026-12-19');
    expect(relance({ envoyeA: '2026-11-19T23:30:00Z' })?.pour).toBe('2026-12-20');
    expect(relance({ etat: 'accuse', relanceLe: jourCivil('2026-12-20') })?.pour).toBe('2027-01-19');
    expect(relance({}, 15)?.pour).toBe('2026-12-04');
  });
  it('rien à relancer avant l’envoi, ni une fois les suites connues', () => {
    for (const etat of ['brouillon', 'valide', 'abandonne'] as const)
      expect(relance({ etat, envoyeA: null })).toBeNull();
    expect(relance({ etat: 'suites-connues' })).toBeNull();
  });
  it('le réglage se dit dans le calcul', () => expect(relance({})?.etapes.join()).toContain('réglage du département'));
});

it('les jours d’un signalement se suivent, et ne sont jamais à venir', () => {
  const jour = (le: string, apres: string | null = '2026-11-19') =>
    evaluateJour(jourCivil(le), apres === null ? null : jourCivil(apres), jourCivil('2026-11-21')).issue;
  expect(jour('2026-11-18')).toBe('incomplet');
  expect(jour('2026-11-19')).toBe('accepte');
  expect(jour('2026-11-21')).toBe('accepte');
  expect(jour('2026-11-22')).toBe('incomplet');
  expect(jour('2020-01-01', null)).toBe('accepte');
});
