import { expect, test } from 'vitest';
import { evaluateRevueDue, formatMois } from './revue.ts';

test('les ouvertures d’octobre se revoient au plus tard le 5 novembre (SEC-003)', () => {
  expect(evaluateRevueDue('2026-10', 5).pour).toBe('2026-11-05');
});

test('celles de décembre, en janvier de l’année suivante', () => {
  expect(evaluateRevueDue('2026-12', 28).pour).toBe('2027-01-28');
});

test('le mois se dit en toutes lettres', () => {
  expect(formatMois('2026-10')).toBe('octobre 2026');
});
