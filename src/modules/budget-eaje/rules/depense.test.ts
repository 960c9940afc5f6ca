import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { evaluateEngagement, formatSurplus } from './depense.ts';
import { computeAvancement, formatCloture, isClos } from './exercice.ts';

const engager = (centimes: number, disponibleCentimes: number, motif: string | null = null) =>
  evaluateEngagement({ centimes, disponibleCentimes, motif });

describe('engager au-delà du disponible (DEP-02, pratique)', () => {
  it.each([
    [9999, 'accepte'],
    [10000, 'accepte'],
    [10001, 'incomplet'],
  ])('%d centimes quand il en reste 10 000 : %s', (centimes, issue) => {
    expect(engager(centimes, 10000).issue).toBe(issue);
  });
  it('avertit en disant de combien, demande le motif, et n’empêche pas', () => {
    expect(engager(15000, 10000)).toMatchObject({
      manque: ['depassement'],
      motif: expect.stringContaining('la dépasse de 50,00\u00a0€'),
    });
    expect(engager(15000, -3000)).toMatchObject({
      motif: expect.stringMatching(/^Il reste 0,00\u00a0€ .* 180,00\u00a0€/),
    });
    expect(engager(15000, 10000, 'Remplacement du four').issue).toBe('accepte');
  });
  it('un mandatement plus fort que son engagement se remarque', () => {
    expect(formatSurplus(5000, 5000)).toBeNull();
    expect(formatSurplus(5001, 5000)).toContain('0,01');
  });
});

describe('un exercice clos ne reçoit plus rien', () => {
  it.each([
    ['2026-01-30', false],
    ['2026-01-31', false],
    ['2026-02-01', true],
  ])('2025, vu le %s avec trente et un jours complémentaires : clos, %s', (jour, clos) => {
    expect(isClos(2025, jourCivil(jour), 31)).toBe(clos);
    expect(formatCloture(2025, jourCivil(jour), 31) !== null).toBe(clos);
  });
  it('et dit pourquoi, et où inscrire la dépense', () => {
    expect(formatCloture(2025, jourCivil('2026-11-21'), 31)).toMatch(
      /2025 est clos depuis le 31 janvier 2026.*exercice 2026/,
    );
    expect(isClos(2025, jourCivil('2026-01-01'), 0)).toBe(true);
  });
  it('compte ses jours, bornes comprises', () => {
    const du = jourCivil('2026-01-01');
    expect(computeAvancement(du, jourCivil('2025-12-31'))).toEqual({ total: 365, ecoules: 0, restants: 365 });
    expect(computeAvancement(du, jourCivil('2026-01-01'))).toEqual({ total: 365, ecoules: 1, restants: 364 });
    expect(computeAvancement(du, jourCivil('2026-12-31'))).toEqual({ total: 365, ecoules: 365, restants: 0 });
    expect(computeAvancement(du, jourCivil('2027-01-01'))).toEqual({ total: 365, ecoules: 365, restants: 0 });
  });
});
