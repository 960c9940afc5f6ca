import { describe, expect, it } from 'vitest';
import { FAITS_MESURES } from '#modules/mesures/index.ts';
import { buildDossier, type FaitEcrit, getRegle, listDues, verifyRegles } from '#tests/support/dossier-essai.ts';
import { FAITS_AUTONOMIE, REGLES_AUTONOMIE } from '../index.ts';

const decision = (date: string, code = 'PLACEMENT_ASE', plus = {}): FaitEcrit => ({
  type: 'decision',
  mesure: 'm1',
  code,
  date,
  ...plus,
});
const fait = (type: string, date: string): FaitEcrit => ({ type, date });
const lire = (id: string, faits: readonly FaitEcrit[], ne: string | null = '2009-11-22', jour = '2026-11-21') =>
  listDues(getRegle(REGLES_AUTONOMIE, id), buildDossier(faits, { ne, jour }));

describe('L’entretien se tient au plus tard un an avant la majorité (CASF L222-5-1)', () => {
  const faits = [decision('2024-03-01')];
  it.each([
    ['2026-11-21', 'a-venir'],
    ['2026-11-22', 'aujourd-hui'],
    ['2026-11-23', 'en-retard'],
  ])('né le 22 novembre 2009, vu le %s : %s', (jour, statut) => {
    expect(lire('JM-001', faits, '2009-11-22', jour)).toEqual([`2026-11-22 ${statut}`]);
  });
  it('tenu le jour des dix-sept ans, il est à temps ; le lendemain, non', () => {
    expect(lire('JM-001', [...faits, fait('entretien-17-ans', '2026-11-22')], '2009-11-22', '2026-12-01')).toEqual([
      '2026-11-22 faite',
    ]);
    expect(lire('JM-001', [...faits, fait('entretien-17-ans', '2026-11-23')], '2009-11-22', '2026-12-01')).toEqual([
      '2026-11-22 faite-en-retard',
    ]);
  });
  it('né un 29 février, il a dix-sept ans le 28 d’une année commune', () => {
    expect(lire('JM-001', faits, '2008-02-29', '2024-06-01')).toEqual(['2025-02-28 a-venir']);
  });
  it('accueilli par le service, à tout titre ; pas s’il est confié à un tiers ou suivi à domicile', () => {
    for (const code of ['AP', 'PUPILLE', 'TUTELLE_DEP'])
      expect(lire('JM-001', [decision('2024-03-01', code)])).toHaveLength(1);
    for (const code of ['AEMO', 'AED', 'PLACEMENT_TDC'])
      expect(lire('JM-001', [decision('2024-03-01', code)])).toEqual([]);
  });
  it('la fin de l’accueil l’éteint ; sans date de naissance, rien ne s’en déduit (TPS-08)', () => {
    const fin = { type: 'fin-mesure', mesure: 'm1', motif: 'RETOUR_FAMILLE', date: '2026-10-01' };
    expect(lire('JM-001', [...faits, fin])).toEqual(['2026-11-22 eteinte']);
    expect(lire('JM-001', faits, null)).toEqual([]);
  });
  it.each([
    ['2005-02-08', 0],
    ['2005-02-09', 1],
  ])('pour qui a dix-sept ans depuis le 9 février 2022 : né le %s, %i', (ne, nombre) => {
    expect(lire('JM-001', [decision('2020-01-10')], ne, '2022-06-01')).toHaveLength(nombre);
  });
});

describe('Pris en charge après dix-sept ans, dans les meilleurs délais (CASF L222-5-1)', () => {
  it('le jour des dix-sept ans est encore avant ; le lendemain, après', () => {
    expect(lire('JM-001', [decision('2026-11-22')], '2009-11-22', '2026-11-25')).toEqual(['2026-11-22 en-retard']);
    expect(lire('JM-002', [decision('2026-11-23')], '2009-11-22', '2026-11-25')).toEqual(['2026-12-23 a-venir']);
    expect(lire('JM-001', [decision('2026-11-23')], '2009-11-22', '2026-11-25')).toEqual([]);
  });
  it.each([
    ['2022-02-08', 0],
    ['2022-02-09', 1],
  ])('depuis le 9 février 2022 : accueilli le %s, %i', (date, nombre) => {
    expect(lire('JM-002', [decision(date)], '2004-12-01', '2022-03-01')).toHaveLength(nombre);
  });
});

describe('Le projet d’accès à l’autonomie suit l’entretien (CASF L222-5-1 ; délai local)', () => {
  it('de l’entretien tenu, à défaut du jour où il était dû', () => {
    expect(lire('JM-005', [decision('2024-03-01')])).toEqual(['2026-12-22 a-venir']);
    const tenu = [decision('2024-03-01'), fait('entretien-17-ans', '2026-10-01')];
    expect(lire('JM-005', tenu)).toEqual(['2026-10-31 en-retard']);
    expect(lire('JM-005', [...tenu, fait('projet-autonomie', '2026-10-20')])).toEqual(['2026-10-31 faite']);
  });
});

describe('Le jeune confié par le juge est informé de son pécule à l’entretien (JM-022, pratique ; CSS L543-3)', () => {
  it('le jour de l’entretien ; l’accueil provisoire n’y ouvre pas', () => {
    expect(lire('JM-022', [decision('2024-03-01')])).toEqual(['2026-11-22 a-venir']);
    expect(lire('JM-022', [decision('2024-03-01'), fait('entretien-17-ans', '2026-10-01')])).toEqual([
      '2026-10-01 en-retard',
    ]);
    expect(lire('JM-022', [decision('2024-03-01', 'AP')])).toEqual([]);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse ces règles', () => {
  verifyRegles(REGLES_AUTONOMIE, [...FAITS_AUTONOMIE, ...FAITS_MESURES]);
});
