import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addAns,
  addJours,
  addMois,
  ageRevolu,
  anniversaire,
  compareJours,
  differenceEnJours,
  isJourCivil,
  JourCivil,
  jourCivil,
  jourCivilDeInstant,
  jourDeSemaine,
} from './jour-civil.ts';

const unJour = fc.integer({ min: 0, max: 73_000 }).map((n) => addJours(jourCivil('1950-01-01'), n));

describe('le jour civil', () => {
  it('existe ou est refusé avec une phrase', () => {
    expect(isJourCivil('2024-02-29')).toBe(true);
    for (const faux of ['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-11-2026', ''])
      expect(isJourCivil(faux)).toBe(false);
    expect(JourCivil.safeParse('2026-02-30').error?.issues[0]?.message).toContain('date qui existe');
    expect(() => jourCivil('2026-02-30')).toThrow("n'est pas un jour du calendrier");
  });

  it("est celui de Paris à l'instant dit, été comme hiver (TPS-01)", () => {
    expect(jourCivilDeInstant('2026-07-01T21:59:59Z')).toBe('2026-07-01');
    expect(jourCivilDeInstant('2026-07-01T22:00:00Z')).toBe('2026-07-02');
    expect(jourCivilDeInstant('2026-12-31T23:00:00Z')).toBe('2027-01-01');
  });

  it('garde le quantième en ajoutant des mois, à défaut le dernier jour du mois', () => {
    const fin = jourCivil('2024-01-31');
    expect([1, 2, 3, 13].map((n) => addMois(fin, n))).toEqual(['2024-02-29', '2024-03-31', '2024-04-30', '2025-02-28']);
    expect(addMois(jourCivil('2024-02-29'), 1)).toBe('2024-03-29');
    expect(addMois(jourCivil('2024-03-31'), -1)).toBe('2024-02-29');
    expect([1, 4].map((n) => addAns(jourCivil('2024-02-29'), n))).toEqual(['2025-02-28', '2028-02-29']);
  });

  it('a un rang dans la semaine et un ordre', () => {
    expect(jourDeSemaine(jourCivil('2026-11-21'))).toBe(6);
    expect(jourDeSemaine(jourCivil('2026-11-23'))).toBe(1);
    expect(['2026-12-01', '2026-02-10', '2025-12-31'].map(jourCivil).sort(compareJours)[0]).toBe('2025-12-31');
  });

  it("compte la différence comme l'ajout (propriété)", () => {
    fc.assert(
      fc.property(unJour, fc.integer({ min: -20_000, max: 20_000 }), (jour, n) => {
        expect(differenceEnJours(jour, addJours(jour, n))).toBe(n);
      }),
    );
  });
});

describe("l'arithmétique des jours", () => {
  it('est celle de Temporal, jour après jour de 1890 à 2110', () => {
    let jour = jourCivil('1890-01-01');
    let temoin = Temporal.PlainDate.from(jour);
    while (temoin.year <= 2110) {
      const suivant = temoin.add({ days: 1 });
      if (addJours(jour, 1) !== suivant.toString() || jourDeSemaine(jour) !== temoin.dayOfWeek || !isJourCivil(jour))
        throw new Error(`désaccord le ${jour}`);
      jour = addJours(jour, 1);
      temoin = suivant;
    }
    expect(jour).toBe('2111-01-01');
  });

  it('en mois et en années, est celle de Temporal (propriété)', () => {
    fc.assert(
      fc.property(unJour, fc.integer({ min: -1_200, max: 1_200 }), (jour, n) => {
        expect(addMois(jour, n)).toBe(Temporal.PlainDate.from(jour).add({ months: n }).toString());
        expect(addAns(jour, Math.trunc(n / 12))).toBe(
          Temporal.PlainDate.from(jour)
            .add({ years: Math.trunc(n / 12) })
            .toString(),
        );
      }),
    );
  });

  it('refuse de sortir des années à quatre chiffres', () => {
    expect(() => addJours(jourCivil('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addAns(jourCivil('0000-01-01'), -1)).toThrow(RangeError);
  });
});

describe("l'âge révolu", () => {
  const naissance = jourCivil('2008-11-21');

  it("s'accroît le jour anniversaire : la veille 17 ans, le jour 18, le lendemain 18, C. civ. 388", () => {
    expect(ageRevolu(naissance, jourCivil('2026-11-20'))).toBe(17);
    expect(ageRevolu(naissance, jourCivil('2026-11-21'))).toBe(18);
    expect(ageRevolu(naissance, jourCivil('2026-11-22'))).toBe(18);
    expect(ageRevolu(naissance, naissance)).toBe(0);
  });

  it('né un 29 février, change le 28 les années communes, ou le 1er mars si le département le choisit, TPS-07', () => {
    const bissextile = jourCivil('2008-02-29');
    expect(ageRevolu(bissextile, jourCivil('2026-02-27'))).toBe(17);
    expect(ageRevolu(bissextile, jourCivil('2026-02-28'))).toBe(18);
    expect(ageRevolu(bissextile, jourCivil('2026-02-28'), '1er-mars')).toBe(17);
    expect(ageRevolu(bissextile, jourCivil('2026-03-01'), '1er-mars')).toBe(18);
    expect(anniversaire(bissextile, 20, '1er-mars')).toBe('2028-02-29');
    expect(ageRevolu(bissextile, jourCivil('2028-02-28'), '1er-mars')).toBe(19);
  });

  it('est refusé avant la naissance', () => {
    expect(() => ageRevolu(naissance, jourCivil('2008-11-20'))).toThrow('précède la naissance');
  });

  it('change exactement au jour rendu par anniversaire (propriété)', () => {
    fc.assert(
      fc.property(
        unJour,
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom('28-fevrier', '1er-mars'),
        (ne, age, regle) => {
          const jour = anniversaire(ne, age, regle as '28-fevrier' | '1er-mars');
          expect(ageRevolu(ne, jour, regle as '28-fevrier' | '1er-mars')).toBe(age);
          expect(ageRevolu(ne, addJours(jour, -1), regle as '28-fevrier' | '1er-mars')).toBe(age - 1);
        },
      ),
    );
  });
});
