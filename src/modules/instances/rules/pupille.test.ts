import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { REGLES_INSTANCES } from '../index.ts';

const fait = (type: string, date: string, plus = {}): FaitEcrit => ({ type, date, ...plus });
const provisoire = (date: string, cas?: string) =>
  fait('admission-pupille', date, { etape: 'provisoire', ...(cas ? { cas } : {}) });
const definitive = (date: string) => fait('admission-pupille', date, { etape: 'definitive' });
const examen = (date: string) => fait('examen-conseil-de-famille', date);
const lire = (id: string, faits: readonly FaitEcrit[], jour = '2026-01-20', ne = '2025-12-01') =>
  listDues(getRegle(REGLES_INSTANCES, id), buildDossier(faits, { jour, ne }));

describe('Déclaré pupille à titre provisoire, l’enfant est admis au bout du délai (CASF L224-4)', () => {
  it.each([
    ['1', '2026-02-28'],
    ['2', '2026-02-28'],
    ['3', '2026-06-30'],
    ['4', '2026-02-28'],
    ['5', '2025-12-31'],
    ['6', '2025-12-31'],
    [undefined, '2026-02-28'],
  ])('déclaré le 31 décembre, cas %s : %s', (cas, pour) => {
    expect(lire('CF-008', [provisoire('2025-12-31', cas)], '2025-12-30')).toEqual([`${pour} a-venir`]);
  });
  it('le 29 février d’une année bissextile', () => {
    expect(lire('CF-008', [provisoire('2027-12-31', '1')], '2028-01-01')).toEqual(['2028-02-29 a-venir']);
  });
  it('l’arrêté la satisfait, la restitution l’éteint', () => {
    expect(lire('CF-008', [provisoire('2025-12-31'), definitive('2026-03-01')], '2026-04-01')).toEqual([
      '2026-02-28 faite-en-retard',
    ]);
    expect(lire('CF-008', [provisoire('2025-12-31'), fait('restitution-pupille', '2026-01-10')])).toEqual([
      '2026-02-28 eteinte',
    ]);
  });
  it.each([
    ['2016-03-15', 0],
    ['2016-03-16', 1],
  ])('dans la rédaction du 16 mars 2016 : déclaré le %s, %i', (date, nombre) => {
    expect(lire('CF-008', [provisoire(date)])).toHaveLength(nombre);
  });
});

describe('Le conseil de famille examine chaque pupille une première fois sous deux mois (numéro à confirmer)', () => {
  it('de l’admission définitive', () => {
    expect(lire('CF-007', [definitive('2026-01-10')])).toEqual(['2026-03-10 a-venir']);
    expect(lire('CF-007', [definitive('2026-01-10'), examen('2026-03-11')], '2026-04-01')).toEqual([
      '2026-03-10 faite-en-retard',
    ]);
  });
  it('de la déclaration provisoire dans les cas 3° et 4° seulement', () => {
    expect(lire('CF-007', [provisoire('2026-01-10', '3')])).toEqual(['2026-03-10 a-venir']);
    expect(lire('CF-007', [provisoire('2026-01-10', '4')])).toEqual(['2026-03-10 a-venir']);
    expect(lire('CF-007', [provisoire('2026-01-10', '1')])).toEqual([]);
  });
});

describe('Puis chaque année (CASF L224-1)', () => {
  it('de l’admission, puis de chaque examen', () => {
    const faits = [definitive('2024-02-29'), examen('2024-04-20')];
    expect(lire('CF-006', faits, '2025-04-19')).toEqual(['2025-02-28 faite', '2025-04-20 a-venir']);
    expect(lire('CF-006', faits, '2025-04-20')).toEqual(['2025-02-28 faite', '2025-04-20 aujourd-hui']);
    expect(lire('CF-006', faits, '2025-04-21')).toEqual(['2025-02-28 faite', '2025-04-20 en-retard']);
  });
  it('la restitution, l’adoption ou la majorité l’arrête', () => {
    const admis = definitive('2024-06-10');
    expect(lire('CF-006', [admis, fait('restitution-pupille', '2025-03-01')])).toEqual(['2025-06-10 eteinte']);
    expect(lire('CF-006', [admis, fait('fin-mesure', '2025-03-01', { motif: 'ADOPTION' })])).toEqual([
      '2025-06-10 eteinte',
    ]);
    expect(lire('CF-006', [admis], '2026-01-20', '2007-03-01')).toEqual(['2025-06-10 eteinte']);
  });
});

describe('Restitué, l’enfant est accompagné trois ans (CASF L224-6, à confirmer)', () => {
  it('jusqu’au troisième anniversaire de la restitution, puis elle s’éteint', () => {
    const restitution = fait('restitution-pupille', '2024-02-29');
    expect(lire('CF-009', [restitution], '2027-02-28')).toEqual(['2027-02-28 aujourd-hui']);
    expect(lire('CF-009', [restitution], '2027-03-01')).toEqual(['2027-02-28 eteinte']);
  });
});
