import { expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import {
  evaluateDangers,
  evaluateDelaiReduit,
  evaluateHorsIp,
  evaluateJourQualification,
  evaluateMesureEnCours,
  findDelaiReduit,
} from './qualification.ts';

const RECUE = jourCivil('2026-11-21');
const ne = (jour: string | null, plus: { ageEstime?: number; aNaitre?: boolean } = {}) => ({
  dateNaissance: jour === null ? null : jourCivil(jour),
  ageEstime: plus.ageEstime ?? null,
  aNaitre: plus.aNaitre ?? false,
});

test('une information préoccupante nomme un danger (R226-2-2)', () => {
  expect(evaluateDangers([])).toMatchObject({ issue: 'refuse', textes: [{ article: 'R226-2-2' }] });
  expect(evaluateDangers(['negligences']).issue).toBe('accepte');
});

test.each([
  ['la veille de la réception', '2026-11-20', 'refuse'],
  ['le jour de la réception', '2026-11-21', 'accepte'],
  ['aujourd’hui', '2026-11-25', 'accepte'],
  ['demain', '2026-11-26', 'refuse'],
])('on qualifie après avoir reçu, pas à l’avance : %s (D226-2-4 I)', (_, jour, issue) => {
  expect(evaluateJourQualification(jourCivil(jour), RECUE, jourCivil('2026-11-25')).issue).toBe(issue);
});

test.each([
  ['deux ans demain', ne('2024-11-22'), 'refuse'],
  ['deux ans ce jour', ne('2024-11-21'), 'accepte'],
  ['né ce jour', ne('2026-11-21'), 'refuse'],
  ['un an à peu près', ne(null, { ageEstime: 1 }), 'refuse'],
  ['deux ans à peu près', ne(null, { ageEstime: 2 }), 'accepte'],
  ['âge inconnu', ne(null), 'accepte'],
  ['à naître : on le propose, on n’y oblige pas', ne(null, { aNaitre: true }), 'accepte'],
])('un mineur de moins de deux ans réduit le délai : %s (D226-2-4 II, IP-011)', (_, mineur, issue) => {
  expect(evaluateDelaiReduit(null, [ne('2015-01-01'), mineur], RECUE).issue).toBe(issue);
  expect(evaluateDelaiReduit(45, [mineur], RECUE).issue).toBe('accepte');
});

test('né un 29 février, il a deux ans le 28 février', () => {
  const mineur = ne('2024-02-29');
  expect(evaluateDelaiReduit(null, [mineur], jourCivil('2026-02-27')).issue).toBe('refuse');
  expect(evaluateDelaiReduit(null, [mineur], jourCivil('2026-02-28')).issue).toBe('accepte');
});

test('le délai proposé est celui du département, avec sa raison', () => {
  expect(findDelaiReduit([ne('2026-01-01')], RECUE, 45)).toEqual({
    jours: 45,
    motif: 'Un mineur du foyer a moins de deux ans',
  });
  expect(findDelaiReduit([ne(null, { aNaitre: true })], RECUE, 30)).toEqual({
    jours: 30,
    motif: 'Un enfant est à naître',
  });
  expect(findDelaiReduit([ne('2015-01-01')], RECUE, 45)).toBeNull();
});

test('une mesure judiciaire en cours avertit et n’arrête rien (IP-035)', () => {
  expect(evaluateMesureEnCours('Transmise au service qui exerce')).toMatchObject({
    issue: 'accepte',
    avertissements: [{ textes: [{ article: 'IP-035' }] }],
  });
  expect(evaluateMesureEnCours(null)).toMatchObject({ avertissements: [] });
});

test('un danger grave et immédiat ne s’écarte pas (D226-2-4 I)', () => {
  expect(evaluateHorsIp({ urgence: 'immediate' })).toMatchObject({ issue: 'refuse' });
  expect(evaluateHorsIp({ urgence: 'elevee' }).issue).toBe('accepte');
});
