import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { computeDuSante, computeTenueSante, listPeriodesSante } from './referent-sante.ts';

const JOUR = jourCivil('2026-11-21');
const h = (minutes: number) => minutes / 60;
const aMois = (mois: string, heures: number, places = 40) => ({
  mois: jourCivil(`2026-${mois}-01`),
  places,
  santeFaites: 60 * heures,
});

describe('Les heures du référent santé et accueil inclusif (R2324-39, R2324-46-2)', () => {
  it.each([
    [12, 10, 2],
    [13, 20, 4],
    [24, 20, 4],
    [25, 30, 6],
    [39, 30, 6],
    [40, 40, 8],
    [59, 40, 8],
    [60, 50, 10],
    [79, 50, 10],
    [80, 60, 10],
    [0, 0, 0],
  ])('%d places : %d heures par an, dont %d par trimestre (CAP-18)', (places, an, trimestre) => {
    const du = computeDuSante(places, JOUR);
    expect([h(du.an), h(du.trimestre)]).toEqual([an, trimestre]);
  });

  it('un trimestre large n’en rachète pas un autre, mais compte dans l’année', () => {
    const mois = [aMois('01', 20), aMois('02', 0), aMois('03', 0), aMois('04', 0), aMois('05', 5), aMois('06', 0)];
    const tenue = computeTenueSante(mois);
    expect([h(tenue.santeFaites), h(tenue.santeDues)]).toEqual([25, 20]);
    expect([h(tenue.trimestresFaites), h(tenue.trimestresDues)]).toEqual([8 + 5, 16]);
  });

  it('un trimestre entamé n’est pas encore jugé ; un douzième de l’année est dû par mois', () => {
    const tenue = computeTenueSante([aMois('07', 3), aMois('08', 0)]);
    expect([h(tenue.santeFaites), h(tenue.santeDues), tenue.trimestresDues]).toEqual([3, 80 / 12, 0]);
    expect(computeTenueSante([]).santeDues).toBe(0);
  });

  it('la crèche voit l’année et chaque trimestre commencé : fait, en cours, ou qui manque', () => {
    const heures = [
      { id: 'a', jour: jourCivil('2026-03-31'), minutes: 8 * 60 },
      { id: 'b', jour: jourCivil('2026-04-01'), minutes: 7 * 60 },
      { id: 'c', jour: jourCivil('2026-12-31'), minutes: 60 },
      { id: 'd', jour: jourCivil('2025-12-31'), minutes: 600 },
    ];
    const lire = (jour: string) =>
      listPeriodesSante(2026, heures, () => 40, jourCivil(jour)).map(({ du, faites, dues, etat }) => [
        du.slice(5),
        h(faites),
        h(dues),
        etat,
      ]);
    expect(lire('2026-06-30')).toEqual([
      ['01-01', 16, 40, 'EN_COURS'],
      ['01-01', 8, 8, 'FAIT'],
      ['04-01', 7, 8, 'EN_COURS'],
    ]);
    expect(lire('2026-07-01').slice(2)).toEqual([
      ['04-01', 7, 8, 'MANQUE'],
      ['07-01', 0, 8, 'EN_COURS'],
    ]);
    expect(lire('2027-01-01')[0]).toEqual(['01-01', 16, 40, 'MANQUE']);
  });
});
