import { expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { evaluateMajoriteDue } from './majorite.ts';

test('la majorité tombe le jour des dix-huit ans (C. civ. 388)', () => {
  expect(evaluateMajoriteDue(jourCivil('2008-12-01'), true).pour).toBe('2026-12-01');
});

test('né un 29 février, le 28 février des années communes (TPS-07)', () => {
  expect(evaluateMajoriteDue(jourCivil('2008-02-29'), true).pour).toBe('2026-02-28');
});

test('une naissance estimée le dit', () => {
  expect(evaluateMajoriteDue(jourCivil('2008-12-01'), false).etapes[0]).toContain('estimée');
});
