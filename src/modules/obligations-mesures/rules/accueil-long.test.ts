import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { REGLES_ACCUEIL_LONG } from './accueil-long.ts';

const LONG = { type: 'decision', mesure: 'm1', code: 'PLACEMENT_ASE', date: '2024-02-29', au: '2033-02-27' };
const audience = (date: string, plus = {}) => ({ type: 'audience', mesure: 'm1', date, ...plus });
const lire = (faits: readonly FaitEcrit[], jour = '2026-06-01', ne = '2016-03-02') =>
  listDues(getRegle(REGLES_ACCUEIL_LONG, 'MES-014'), buildDossier(faits, { jour, ne }));

describe('Un accueil de plus de deux ans voit une audience au moins tous les trois ans (C. civ. 375, al. 4)', () => {
  it.each([
    ['2027-02-27', 'a-venir'],
    ['2027-02-28', 'aujourd-hui'],
    ['2027-03-01', 'en-retard'],
  ])('décidé un 29 février, vu le %s : %s', (jour, statut) =>
    expect(lire([LONG], jour)).toEqual([`2027-02-28 ${statut}`]),
  );
  it('chaque audience fait courir la suivante', () =>
    expect(lire([LONG, audience('2026-12-01')], '2027-01-01')).toEqual(['2027-02-28 faite', '2029-12-01 a-venir']));
  it('une audience renvoyée, ou devant une autre autorité, ne compte pas', () =>
    expect(
      lire([LONG, audience('2026-12-01', { tenue: false }), audience('2026-12-02', { nature: 'penal' })], '2027-01-01'),
    ).toEqual(['2027-02-28 a-venir']));
  it('deux ans juste n’en demandent pas ; un jour de plus, si', () => {
    const decision = { ...LONG, date: '2024-03-15' };
    expect(lire([{ ...decision, au: '2026-03-14' }])).toEqual([]);
    expect(lire([{ ...decision, au: '2027-03-14' }])).toEqual([]);
    expect(lire([{ ...decision, au: '2027-03-15' }])).toEqual(['2027-03-15 a-venir']);
  });
  it('la majorité et la fin l’éteignent', () => {
    expect(lire([LONG], '2026-06-01', '2009-02-28')).toEqual(['2027-02-28 eteinte']);
    const fin = { type: 'fin-mesure', mesure: 'm1', date: '2026-05-01', motif: 'MAINLEVEE_JUGE' };
    expect(lire([LONG, fin])).toEqual(['2027-02-28 eteinte']);
  });
  it('un milieu ouvert n’est pas un accueil', () => expect(lire([{ ...LONG, code: 'AEMO' }])).toEqual([]));
});
