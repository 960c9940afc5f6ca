import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { REGLES_PROJET } from '../index.ts';

const decision = (date: string, code = 'PLACEMENT_ASE', mesure = 'm1'): FaitEcrit => ({
  type: 'decision',
  mesure,
  code,
  date,
});
const fait = (type: string, date: string, plus = {}): FaitEcrit => ({ type, date, ...plus });
const debut = (date: string, mesure = 'm1') => fait('debut-effectif', date, { mesure });
const lire = (id: string, faits: readonly FaitEcrit[], jour = '2026-11-21', ne = '2015-03-02') =>
  listDues(getRegle(REGLES_PROJET, id), buildDossier(faits, { jour, ne }));

describe('Le bilan de santé et de prévention se fait à l’entrée (CASF L223-1-1, al. 4)', () => {
  it('dans le délai du département, depuis le début effectif', () => {
    expect(lire('BS-001', [decision('2026-05-10'), debut('2026-05-31')], '2026-06-01')).toEqual(['2026-07-30 a-venir']);
  });
  it('fait dès la décision, il vaut ; fait des années avant, non', () => {
    const faits = [decision('2026-05-10'), debut('2026-05-31')];
    expect(lire('BS-001', [...faits, fait('bilan-sante', '2026-05-12')])).toEqual(['2026-07-30 faite']);
    expect(lire('BS-001', [...faits, fait('bilan-sante', '2024-05-12')])).toEqual(['2026-07-30 en-retard']);
  });
  it('un suivi à domicile n’en doit pas', () => {
    expect(lire('BS-001', [decision('2026-05-10', 'AEMO')])).toEqual([]);
  });
  it.each([
    ['2022-02-08', 0],
    ['2022-02-09', 1],
  ])('dans la rédaction du 9 février 2022 : début le %s, %i', (date, nombre) => {
    expect(lire('BS-001', [decision(date)])).toHaveLength(nombre);
  });
});
