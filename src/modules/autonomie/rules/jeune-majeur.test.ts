import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { REGLES_AUTONOMIE } from '../index.ts';

const decision = (date: string, code: string, mesure: string, plus = {}): FaitEcrit => ({
  type: 'decision',
  mesure,
  code,
  date,
  ...plus,
});
const PLACE = decision('2020-01-10', 'PLACEMENT_ASE', 'm1');
const fait = (type: string, date: string): FaitEcrit => ({ type, date });
/** Majeur le 15 janvier 2026. */
const lire = (id: string, faits: readonly FaitEcrit[], jour: string, ne = '2008-01-15') =>
  listDues(getRegle(REGLES_AUTONOMIE, id), buildDossier(faits, { ne, jour }));

describe('Le jeune majeur confié avant sa majorité a droit à une prise en charge (CASF L222-5, 5°)', () => {
  const demande = fait('demande-jeune-majeur', '2026-03-01');
  it('sa demande reçoit sa réponse sous le délai du département', () => {
    expect(lire('JM-010', [PLACE, demande], '2026-03-31')).toEqual(['2026-03-31 aujourd-hui']);
    expect(lire('JM-010', [PLACE, demande, fait('proposition-jeune-majeur', '2026-03-31')], '2026-04-01')).toEqual([
      '2026-03-31 faite',
    ]);
    expect(lire('JM-010', [PLACE, demande, decision('2026-04-02', 'AJM', 'j1')], '2026-04-03')).toEqual([
      '2026-03-31 faite-en-retard',
    ]);
  });
  it('jamais confié avant sa majorité, il n’y a pas droit à ce titre', () => {
    expect(lire('JM-010', [demande], '2026-03-02')).toEqual([]);
    expect(lire('JM-010', [decision('2024-01-10', 'AEMO', 'm1'), demande], '2026-03-02')).toEqual([]);
  });
  it('jusqu’à la veille de ses vingt et un ans', () => {
    expect(lire('JM-010', [PLACE, fait('demande-jeune-majeur', '2029-01-14')], '2029-01-14')).toHaveLength(1);
    expect(lire('JM-010', [PLACE, fait('demande-jeune-majeur', '2029-01-15')], '2029-01-15')).toEqual([]);
  });
  it.each([
    ['2022-02-08', 0],
    ['2022-02-09', 1],
  ])('depuis le 9 février 2022 : demande du %s, %i', (date, nombre) => {
    expect(lire('JM-010', [PLACE, fait('demande-jeune-majeur', date)], '2022-03-01', '2004-02-01')).toHaveLength(
      nombre,
    );
  });
});

describe('Une sortie sans solution s’alerte quatre-vingt-dix jours avant (JM-023, pratique)', () => {
  it.each([
    ['2025-10-16', []],
    ['2025-10-17', ['2026-01-15 a-venir']],
    ['2026-01-15', ['2026-01-15 aujourd-hui']],
    ['2026-01-16', ['2026-01-15 en-retard']],
    ['2026-07-14', ['2026-01-15 en-retard']],
    ['2026-07-15', ['2026-01-15 eteinte']],
  ])('majeur le 15 janvier 2026, vu le %s', (jour, dues) => {
    expect(lire('JM-023', [PLACE], jour)).toEqual(dues);
  });
  it('un accompagnement décidé, ou hébergement et ressources assurés, la lève ; la sortie inscrite l’éteint', () => {
    const ajm = decision('2025-12-01', 'AJM', 'j1', { du: '2026-01-15', dureeMois: 12 });
    expect(lire('JM-023', [PLACE, ajm], '2026-02-01')).toEqual(['2026-01-15 faite']);
    expect(lire('JM-023', [PLACE, fait('sortie-preparee', '2025-12-01')], '2026-02-01')).toEqual(['2026-01-15 faite']);
    expect(lire('JM-023', [PLACE, fait('sortie', '2026-01-15')], '2026-02-01')).toEqual(['2026-01-15 eteinte']);
  });
  it('la fin de l’accompagnement s’alerte aussi, tant qu’il n’est pas renouvelé', () => {
    const ajm = decision('2025-12-01', 'AJM', 'j1', { du: '2026-01-15', dureeMois: 6 });
    expect(lire('JM-023', [PLACE, ajm], '2026-06-01')).toEqual(['2026-01-15 faite', '2026-07-14 a-venir']);
    const suite = { ...ajm, date: '2026-06-10', nature: 'renouvellement', du: '2026-07-15', dureeMois: 12 };
    expect(lire('JM-023', [PLACE, ajm, suite], '2026-07-01')).toEqual(['2026-01-15 faite']);
  });
  it('rentré chez lui avant, il n’en a pas', () => {
    const fin = { type: 'fin-mesure', mesure: 'm1', motif: 'RETOUR_FAMILLE', date: '2025-06-01' };
    expect(lire('JM-023', [PLACE, fin], '2026-01-01')).toEqual([]);
  });
});

describe('Un entretien se tient six mois après la sortie (CASF L222-5-2-1)', () => {
  it('de la sortie inscrite, de date à date', () => {
    const sortie = fait('sortie', '2026-08-31');
    expect(lire('JM-020', [PLACE, sortie], '2026-09-01')).toEqual(['2027-02-28 a-venir']);
    expect(lire('JM-020', [PLACE, sortie, fait('entretien-6-mois', '2027-03-01')], '2027-03-02')).toEqual([
      '2027-02-28 faite-en-retard',
    ]);
  });
  it('à défaut, de la majorité, ou de la fin de l’accompagnement', () => {
    expect(lire('JM-020', [PLACE], '2026-02-01')).toEqual(['2026-07-15 a-venir']);
    const ajm = decision('2025-12-01', 'AJM', 'j1', { du: '2026-01-15', dureeMois: 6 });
    expect(lire('JM-020', [PLACE, ajm], '2026-02-01')).toEqual([]);
    expect(lire('JM-020', [PLACE, ajm], '2026-07-15')).toEqual(['2027-01-14 a-venir']);
  });
  it('accompagné de nouveau avant ce terme, elle s’éteint ; sorti mineur, rien', () => {
    const sortie = fait('sortie', '2026-02-01');
    expect(lire('JM-020', [PLACE, sortie, decision('2026-05-01', 'AJM', 'j1')], '2026-06-01')).toEqual([
      '2026-08-01 eteinte',
    ]);
    expect(lire('JM-020', [PLACE, fait('sortie', '2025-06-01')], '2026-06-01')).toEqual([]);
  });
  it('passé vingt et un ans, elle s’éteint', () => {
    expect(lire('JM-020', [PLACE, fait('sortie', '2026-02-01')], '2029-01-14')).toEqual(['2026-08-01 en-retard']);
    expect(lire('JM-020', [PLACE, fait('sortie', '2026-02-01')], '2029-01-15')).toEqual(['2026-08-01 eteinte']);
  });
  it.each([
    ['2022-02-08', 0],
    ['2022-02-09', 1],
  ])('depuis le 9 février 2022 : sorti le %s, %i', (date, nombre) => {
    expect(lire('JM-020', [PLACE, fait('sortie', date)], '2022-03-01', '2004-02-01')).toHaveLength(nombre);
  });
});
