import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeExtinction, listPeriodiques } from './echeancier.ts';
import { addJours, addMois, type JourCivil, jourCivil } from './jour-civil.ts';

const AUJOURDHUI = jourCivil('2026-11-21');
const acte = (date: JourCivil) => ({ type: 'acte', date, instant: null });
const tousLesAns = (depart: JourCivil) => ({ pour: addMois(depart, 12), etapes: () => [] });

function lire(du: string, au: string | null, actes: readonly string[]): string[] {
  const periode = { du: jourCivil(du), au: au === null ? null : jourCivil(au) };
  return listPeriodiques(
    periode,
    actes.map((date) => acte(jourCivil(date))),
    AUJOURDHUI,
    tousLesAns,
  ).map(({ depuis, pour, faiteLe, eteinteLe }) => `${depuis} ${pour} ${faiteLe ?? '-'} ${eteinteLe ?? '-'}`);
}

describe('Une obligation qui revient', () => {
  it('chaque acte la satisfait, et fait courir la suivante', () => {
    expect(lire('2024-01-10', null, ['2025-01-05', '2026-02-01'])).toEqual([
      '2024-01-10 2025-01-10 2025-01-05 -',
      '2025-01-05 2026-01-05 2026-02-01 -',
      '2026-02-01 2027-02-01 - -',
    ]);
  });
  it('un acte du premier jour la satisfait, et la suivante, du même jour, ne se confond pas avec elle', () => {
    expect(lire('2026-01-10', null, ['2026-01-10'])).toEqual([
      '2026-01-10 2027-01-10 2026-01-10 -',
      '2026-01-10 2027-01-10 - -',
    ]);
    const actes = [acte(jourCivil('2026-01-10'))];
    const cles = listPeriodiques({ du: jourCivil('2026-01-10'), au: null }, actes, AUJOURDHUI, tousLesAns).map(
      ({ cle }) => cle,
    );
    expect(new Set(cles).size).toBe(2);
  });
  it('sans acte, rien ne suit : elle reste due une fois', () => {
    expect(lire('2020-01-10', null, [])).toEqual(['2020-01-10 2021-01-10 - -']);
  });
  it('un acte d’avant la période, du même jour inscrit deux fois, ou de demain ne compte pas', () => {
    expect(lire('2026-01-10', null, ['2025-12-01', '2026-03-01', '2026-03-01', '2026-11-22'])).toEqual([
      '2026-01-10 2027-01-10 2026-03-01 -',
      '2026-03-01 2027-03-01 - -',
    ]);
  });
  it('la fin l’éteint si elle est passée, ou si elle vient avant le terme ; le dernier jour compte', () => {
    expect(lire('2024-01-10', '2026-11-20', ['2025-01-10'])).toEqual([
      '2024-01-10 2025-01-10 2025-01-10 -',
      '2025-01-10 2026-01-10 - 2026-11-20',
    ]);
    expect(lire('2026-01-10', '2027-01-09', [])).toEqual(['2026-01-10 2027-01-10 - 2027-01-09']);
    expect(lire('2026-01-10', '2027-01-10', [])).toEqual(['2026-01-10 2027-01-10 - -']);
    expect(computeExtinction(AUJOURDHUI, AUJOURDHUI, AUJOURDHUI)).toBeNull();
  });
  it('ne tourne jamais sans fin, et ne laisse qu’une obligation ouverte', () => {
    const jour = fc.integer({ min: 0, max: 4_000 }).map((rang) => addJours(jourCivil('2016-01-01'), rang));
    fc.assert(
      fc.property(jour, fc.option(jour), fc.array(jour, { maxLength: 20 }), (du, au, actes) => {
        const tries = actes.toSorted().map(acte);
        const obligations = listPeriodiques({ du, au }, tries, AUJOURDHUI, tousLesAns);
        expect(obligations.length).toBeLessThanOrEqual(actes.length + 1);
        expect(obligations.filter(({ faiteLe }) => !faiteLe).length).toBeLessThanOrEqual(1);
        expect(new Set(obligations.map(({ cle }) => cle)).size).toBe(obligations.length);
      }),
    );
  });
});
