import { expect, test } from 'vitest';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import type { Delegation } from '../delegation.ts';
import { evaluateEtat, evaluateSignature } from './delegation.ts';

const [ANNE, BRUNO, SITE, TERRITOIRE, AUTRE] = Array.from({ length: 5 }, () => createIdentifiant());
const jour = jourCivil('2026-11-21');

function aDelegation(champs: Partial<Delegation> = {}): Delegation {
  return {
    id: createIdentifiant(),
    agentId: ANNE!,
    agentNom: 'LEROUX Anne',
    acte: 'accueil.decider',
    uniteId: TERRITOIRE!,
    uniteNom: 'Territoire nord',
    du: jourCivil('2026-01-01'),
    au: jourCivil('2026-12-31'),
    arreteNumero: '2026-12',
    arreteLe: jourCivil('2025-12-15'),
    suppleance: false,
    agentAbsent: false,
    version: 1,
    ...champs,
  };
}
const demande = { agentId: ANNE!, acte: 'accueil.decider', ascendance: [SITE!, TERRITOIRE!], jour } as const;

test('signe qui a délégation pour l’unité ou une unité qui la contient (CGCT L3221-3)', () => {
  const verdict = evaluateSignature([aDelegation()], demande);
  expect(verdict.issue).toBe('accepte');
  expect(verdict.etapes[0]).toBe(
    'LEROUX Anne, titulaire pour Territoire nord : arrêté 2026-12 du 15/12/2025, jusqu’au 31/12/2026.',
  );
});

test('le premier et le dernier jour de la délégation comptent, la veille et le lendemain non (CGCT L3221-3)', () => {
  const issue = (quand: string) => evaluateSignature([aDelegation()], { ...demande, jour: jourCivil(quand) }).issue;
  expect([issue('2025-12-31'), issue('2026-01-01'), issue('2026-12-31'), issue('2027-01-01')]).toEqual([
    'refuse',
    'accepte',
    'accepte',
    'refuse',
  ]);
});

test('sans délégation la signature est refusée, et l’on sait qui peut signer (CGCT L3221-3)', () => {
  const verdict = evaluateSignature([aDelegation()], { ...demande, agentId: BRUNO! });
  expect(verdict).toMatchObject({ issue: 'refuse', motif: expect.stringContaining('le 21 novembre 2026') });
  expect(verdict.etapes[0]).toContain('LEROUX Anne');
});

test('une délégation pour un autre acte ou une autre unité ne vaut pas (CGCT L3221-3)', () => {
  expect(evaluateSignature([aDelegation({ acte: 'budget.engager' })], demande).issue).toBe('refuse');
  const ailleurs = evaluateSignature([aDelegation({ uniteId: AUTRE! })], demande);
  expect(ailleurs.etapes).toEqual([
    'Personne n’a délégation pour cet acte dans cette unité ce jour : le président signe.',
  ]);
});

test('le suppléant signe en l’absence du titulaire ; présent, on avertit sans bloquer (clause de l’arrêté)', () => {
  const suppleance = aDelegation({ agentId: BRUNO!, agentNom: 'MARIN Bruno', suppleance: true });
  const present = evaluateSignature([aDelegation(), suppleance], { ...demande, agentId: BRUNO! });
  expect(present).toMatchObject({
    issue: 'accepte',
    avertissements: [{ motif: expect.stringContaining('LEROUX Anne') }],
  });
  const absent = evaluateSignature([aDelegation({ agentAbsent: true }), suppleance], { ...demande, agentId: BRUNO! });
  expect(absent).toMatchObject({ issue: 'accepte', avertissements: [] });
  expect(absent.etapes.at(-1)).toContain('la suppléance joue');
});

test('une délégation prévient soixante jours avant sa fin', () => {
  const etat = (au: string | null) =>
    evaluateEtat({ du: jourCivil('2026-01-01'), au: au === null ? null : jourCivil(au) }, jour);
  expect([etat(null), etat('2027-01-21'), etat('2027-01-20'), etat('2026-11-21'), etat('2026-11-20')]).toEqual([
    'en-vigueur',
    'en-vigueur',
    'bientot-finie',
    'bientot-finie',
    'finie',
  ]);
  expect(evaluateEtat({ du: jourCivil('2026-11-22'), au: null }, jour)).toBe('a-venir');
});
