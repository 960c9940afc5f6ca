import { describe, expect, it } from 'vitest';
import { FAITS_MESURES } from '#modules/mesures/index.ts';
import {
  buildDossier,
  type FaitEcrit,
  getRegle,
  listDues,
  listEnVigueur,
  verifyRegles,
} from '#tests/support/dossier-essai.ts';
import { FAITS_PROJET, REGLES_PROJET } from '../index.ts';

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

describe('Le projet pour l’enfant est établi dans les trois mois du début (CASF D223-12)', () => {
  const faits = [decision('2026-05-10'), debut('2026-05-31')];
  it.each([
    ['2026-08-30', 'a-venir'],
    ['2026-08-31', 'aujourd-hui'],
    ['2026-09-01', 'en-retard'],
  ])('du début effectif, le 31 mai : vu le %s, %s', (jour, statut) => {
    expect(lire('PPE-002', faits, jour)).toEqual([`2026-08-31 ${statut}`]);
  });
  it('à défaut de début effectif, de la décision ; la fin d’un mois plus court s’y arrête', () => {
    expect(lire('PPE-002', [decision('2026-11-30')], '2026-12-01')).toEqual(['2027-02-28 a-venir']);
    expect(lire('PPE-002', [decision('2027-11-30')], '2027-12-01')).toEqual(['2028-02-29 a-venir']);
  });
  it('validé, il est fait ; validé avant le début aussi', () => {
    expect(lire('PPE-002', [...faits, fait('ppe-valide', '2026-09-01')])).toEqual(['2026-08-31 faite-en-retard']);
    expect(lire('PPE-002', [...faits, fait('ppe-valide', '2026-05-12')])).toEqual(['2026-08-31 faite']);
  });
  it('document unique : une seconde mesure en même temps, ou à la suite, n’en doit pas un second (L223-1-1)', () => {
    const suite = [decision('2026-07-01', 'AEMO', 'm2'), debut('2026-07-02', 'm2')];
    expect(lire('PPE-002', [...faits, ...suite])).toEqual(['2026-08-31 en-retard']);
  });
  it('une prise en charge nouvelle, après la fin de la première, en doit un', () => {
    const fin = fait('fin-mesure', '2026-07-10', { mesure: 'm1', motif: 'RETOUR_FAMILLE' });
    const nouvelle = [...faits, fait('ppe-valide', '2026-06-10'), fin, decision('2026-10-01', 'AED', 'm2')];
    expect(lire('PPE-002', nouvelle)).toEqual(['2026-08-31 faite', '2027-01-01 a-venir']);
  });
  it('la fin de la mesure, ou la majorité, l’éteint', () => {
    const fin = fait('fin-mesure', '2026-07-10', { mesure: 'm1', motif: 'MAINLEVEE_JUGE' });
    expect(lire('PPE-002', [...faits, fin])).toEqual(['2026-08-31 eteinte']);
    expect(lire('PPE-002', faits, '2026-08-01', '2008-08-15')).toEqual(['2026-08-31 eteinte']);
  });
  it.each([
    ['AIDE_FIN', 0],
    ['MJIE', 0],
    ['TISF', 1],
    ['AED', 1],
    ['AEMO', 1],
    ['PLACEMENT_TDC', 1],
    ['AP', 1],
  ])('%s : %i projet (L223-1-1, hors aides financières)', (code, nombre) => {
    expect(lire('PPE-002', [decision('2026-05-10', code)])).toHaveLength(nombre);
  });
  it.each([
    ['2016-09-30', 0],
    ['2016-10-01', 1],
  ])('le délai vaut depuis le 1er octobre 2016 : début le %s, %i', (date, nombre) => {
    expect(lire('PPE-002', [decision(date)])).toHaveLength(nombre);
  });
});

describe('Le projet se met à jour (CASF D223-13)', () => {
  const faits = [decision('2025-01-10'), debut('2025-01-10'), fait('ppe-valide', '2025-03-01')];
  it('tous les ans ; une obligation par version', () => {
    expect(lire('PPE-011', faits, '2025-06-01')).toEqual(['2026-03-01 a-venir']);
    expect(lire('PPE-011', [...faits, fait('ppe-valide', '2026-02-20')])).toEqual([
      '2026-03-01 faite',
      '2027-02-20 a-venir',
    ]);
  });
  it('tous les six mois avant trois ans', () => {
    expect(lire('PPE-011', faits, '2025-06-01', '2022-09-02')).toEqual(['2025-09-01 a-venir']);
    expect(lire('PPE-011', faits, '2025-06-01', '2022-09-01')).toEqual(['2026-03-01 a-venir']);
  });
  it.each([
    fait('declencheur-ppe', '2025-05-01', { cause: 'modification-dvh' }),
    fait('changement-lieu', '2025-05-01'),
    fait('rapport-situation', '2025-05-01'),
    fait('mission-referent', '2025-05-01'),
    fait('entretien-17-ans', '2025-05-01'),
    { ...decision('2025-05-01'), nature: 'renouvellement' },
  ])('sous trente jours après ce qui change la situation (§5.2, pratique) : $type', (changement) => {
    expect(lire('PPE-011', [...faits, changement], '2025-05-20')).toEqual(['2025-05-31 a-venir']);
    expect(lire('PPE-011', [...faits, changement, fait('ppe-valide', '2025-05-20')], '2025-05-21')).toEqual([
      '2025-05-31 faite',
      '2026-05-20 a-venir',
    ]);
  });
  it('plusieurs changements ne la doivent qu’une fois, au plus tôt ; demain n’a pas eu lieu', () => {
    const lieux = ['2025-05-20', '2025-05-01'].map((date) => fait('changement-lieu', date));
    expect(lire('PPE-011', [...faits, ...lieux], '2025-05-21')).toEqual(['2025-05-31 a-venir']);
    expect(lire('PPE-011', [...faits, ...lieux], '2025-04-30')).toEqual(['2026-03-01 a-venir']);
  });
  it('sans projet, rien n’est à mettre à jour ; la fin de la mesure l’éteint', () => {
    expect(lire('PPE-011', faits.slice(0, 2))).toEqual([]);
    const fin = fait('fin-mesure', '2025-12-31', { mesure: 'm1', motif: 'RETOUR_FAMILLE' });
    expect(lire('PPE-011', [...faits, fin], '2026-01-10')).toEqual(['2026-01-30 eteinte']);
  });
  it('le raisonnement dit ce qui a changé', () => {
    const dossier = buildDossier([...faits, fait('changement-lieu', '2025-05-01')], { jour: '2025-05-20' });
    const [obligation] = listEnVigueur(getRegle(REGLES_PROJET, 'PPE-011'), dossier);
    expect(obligation?.etapes()).toEqual([
      'Le 1er mai 2025, le lieu d’accueil a changé.',
      '1er mai 2025 + 30 jours (réglage du département) = 31 mai 2025.',
    ]);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse ces règles', () => {
  verifyRegles(REGLES_PROJET, [...FAITS_PROJET, ...FAITS_MESURES]);
});
