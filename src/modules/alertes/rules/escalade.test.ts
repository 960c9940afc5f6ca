import { expect, test } from 'vitest';
import type { PosteEnHierarchie } from '#modules/agents/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { findNiveau, findSuperieurPresent } from './escalade.ts';

const JOUR = jourCivil('2026-11-21');
const REGLAGE = { critique: 2, normale: 15, niveaux: 2 };
const niveau = (pour: string, gravite: 'critique' | 'normale', dejaAuNiveau = 0) =>
  findNiveau({ pour: jourCivil(pour), gravite, dejaAuNiveau }, REGLAGE, JOUR);

test('un retard est porté au supérieur au jour réglé pour sa gravité, pas la veille', () => {
  expect(niveau('2026-11-19', 'critique')).toBe(1);
  expect(niveau('2026-11-20', 'critique')).toBeUndefined();
  expect(niveau('2026-11-06', 'normale')).toBe(1);
  expect(niveau('2026-11-07', 'normale')).toBeUndefined();
});

test('il monte d’un niveau au bout du même délai, une fois par niveau, sans dépasser le dernier', () => {
  expect(niveau('2026-11-17', 'critique', 1)).toBe(2);
  expect(niveau('2026-11-18', 'critique', 1)).toBeUndefined();
  expect(niveau('2020-01-01', 'critique', 0)).toBe(1);
  expect(niveau('2020-01-01', 'critique', 2)).toBeUndefined();
});

const poste = (id: string, responsableId: string | null, absent = false): PosteEnHierarchie => ({
  id,
  intitule: id,
  responsableId,
  tenues: [{ agentId: `agent-${id}`, nom: id, nature: 'titulaire', absent, du: jourCivil('2020-01-01'), au: null }],
});
const find = (postes: PosteEnHierarchie[], n: number) =>
  findSuperieurPresent(postes, { agentId: 'agent-referent', niveau: n, jour: JOUR })?.agentId;

test('le premier niveau est le supérieur, le deuxième le sien', () => {
  const postes = [poste('referent', 'cadre'), poste('cadre', 'pole'), poste('pole', null)];
  expect([1, 2, 3].map((n) => find(postes, n))).toEqual(['agent-cadre', 'agent-pole', undefined]);
});

test('un supérieur absent ne compte pas : on monte au suivant', () => {
  const postes = [poste('referent', 'cadre'), poste('cadre', 'pole', true), poste('pole', null)];
  expect([1, 2].map((n) => find(postes, n))).toEqual(['agent-pole', undefined]);
});

test('une hiérarchie qui tourne en rond, ou un agent sans poste, ne mène à personne', () => {
  expect(find([poste('referent', 'cadre'), poste('cadre', 'referent')], 2)).toBeUndefined();
  expect(find([poste('cadre', null)], 1)).toBeUndefined();
});
