import { describe, expect, it } from 'vitest';
import { FAITS_INFORMATIONS } from '#modules/informations-preoccupantes/index.ts';
import { buildDossier, getRegle, listDues, verifyRegles } from '#tests/support/dossier-essai.ts';
import { REGLES_EVALUATIONS } from '../index.ts';

const RECUE = { type: 'information-recue', date: '2026-02-07' };
const lire = (
  id: string,
  faits: Parameters<typeof buildDossier>[0],
  jour = '2026-03-01',
  ne: string | null = '2015-03-02',
) => listDues(getRegle(REGLES_EVALUATIONS, id), buildDossier(faits, { jour, ne }));

describe('L’évaluation est achevée dans les trois mois de la réception (CASF D226-2-4 II)', () => {
  it.each([
    ['2026-05-06', 'a-venir'],
    ['2026-05-07', 'aujourd-hui'],
    ['2026-05-08', 'en-retard'],
  ])('reçue le 7 février, vue le %s : %s', (jour, statut) => {
    expect(lire('IP-010', [RECUE], jour)).toEqual([`2026-05-07 ${statut}`]);
  });
  it('le rapport remis la satisfait, la clôture sans rapport l’éteint', () => {
    expect(lire('IP-010', [RECUE, { type: 'rapport-remis', date: '2026-05-07' }], '2027-01-01')).toEqual([
      '2026-05-07 faite',
    ]);
    expect(lire('IP-010', [RECUE, { type: 'rapport-remis', date: '2026-05-08' }], '2027-01-01')).toEqual([
      '2026-05-07 faite-en-retard',
    ]);
    expect(lire('IP-010', [RECUE, { type: 'information-close', date: '2026-02-20' }], '2027-01-01')).toEqual([
      '2026-05-07 eteinte',
    ]);
  });
  it.each([
    ['2016-11-03', []],
    ['2016-11-04', ['2017-02-04 en-retard']],
  ])('le délai vaut pour ce qui est reçu depuis le 4 novembre 2016 : reçue le %s', (date, dues) => {
    expect(lire('IP-010', [{ type: 'information-recue', date }], '2026-03-01', null)).toEqual(dues);
  });
});

describe('Le délai est réduit sous deux ans (CASF D226-2-4 II)', () => {
  it('la veille des deux ans il l’est, le jour même non ; jamais les deux à la fois', () => {
    expect([
      lire('IP-010', [RECUE], '2026-03-01', '2024-02-08'),
      lire('IP-011', [RECUE], '2026-03-01', '2024-02-08'),
    ]).toEqual([[], ['2026-03-24 a-venir']]);
    expect([
      lire('IP-010', [RECUE], '2026-03-01', '2024-02-07'),
      lire('IP-011', [RECUE], '2026-03-01', '2024-02-07'),
    ]).toEqual([['2026-05-07 a-venir'], []]);
  });
  it('né un 29 février, il a deux ans le 28 février d’une année commune', () => {
    const recue = (date: string) => [{ type: 'information-recue', date }];
    expect(lire('IP-011', recue('2026-02-27'), '2026-03-01', '2024-02-29')).toHaveLength(1);
    expect(lire('IP-011', recue('2026-02-28'), '2026-03-01', '2024-02-29')).toEqual([]);
  });
  it('un autre mineur du foyer y suffit, et la durée décidée l’emporte sur celle du département', () => {
    const foyer = [{ ...RECUE, moinsDeDeuxAns: true }];
    expect(lire('IP-011', foyer)).toEqual(['2026-03-24 a-venir']);
    const decidee = [...foyer, { type: 'information-qualifiee', date: '2026-02-09', delaiReduitJours: 30 }];
    expect(lire('IP-011', decidee)).toEqual(['2026-03-09 a-venir']);
  });
  it('le département règle la durée', () => {
    const dossier = buildDossier([RECUE], {
      ne: null,
      jour: '2026-03-01',
      parametres: { 'ip.delai-evaluation-reduit-jours': 30 },
    });
    expect(listDues(getRegle(REGLES_EVALUATIONS, 'IP-011'), dossier)).toEqual([]);
  });
});

describe('Une évaluation qui tarde s’alerte à 60, 75 et 90 jours (IP-038, pratique)', () => {
  it.each([
    ['2026-04-08', '2026-04-08 aujourd-hui'],
    ['2026-04-09', '2026-04-23 a-venir'],
    ['2026-04-23', '2026-04-23 aujourd-hui'],
    ['2026-04-24', '2026-05-08 a-venir'],
    ['2026-05-08', '2026-05-08 aujourd-hui'],
    ['2026-05-09', '2026-05-08 en-retard'],
  ])('le %s : %s', (jour, due) => {
    expect(lire('IP-038', [RECUE], jour)).toEqual([due]);
  });
  it('le rapport remis l’éteint', () => {
    expect(lire('IP-038', [RECUE, { type: 'rapport-remis', date: '2026-04-10' }], '2026-06-01')).toEqual([
      '2026-04-23 faite',
    ]);
  });
});

describe('Plusieurs informations pour un même enfant', () => {
  const seconde = { type: 'information-recue', date: '2026-06-01' };
  it('un fait sans nom va à la dernière reçue ce jour-là', () => {
    expect(lire('IP-010', [RECUE, seconde, { type: 'rapport-remis', date: '2026-04-30' }], '2026-06-02')).toEqual([
      '2026-05-07 faite',
      '2026-09-01 a-venir',
    ]);
  });
  it('un fait nommé va à la sienne', () => {
    const faits = [
      { ...RECUE, information: 'i1' },
      { ...seconde, information: 'i2' },
      { type: 'rapport-remis', date: '2026-06-10', information: 'i1' },
    ];
    expect(lire('IP-010', faits, '2026-06-12')).toEqual(['2026-05-07 faite-en-retard', '2026-09-01 a-venir']);
  });
});

const REMIS = [
  { type: 'information-recue', date: '2026-11-30' },
  { type: 'rapport-remis', date: '2027-02-10' },
];

describe('Le rapport remis se valide, le terme de l’évaluation servant de repère (CASF D226-2-7)', () => {
  it.each([
    ['2027-02-27', 'a-venir'],
    ['2027-02-28', 'aujourd-hui'],
    ['2027-03-01', 'en-retard'],
  ])('reçue le 30 novembre, vue le %s : %s', (jour, statut) => {
    expect(lire('IP-020', REMIS, jour)).toEqual([`2027-02-28 ${statut}`]);
  });
  it('pas de rapport, rien à valider', () => {
    expect(lire('IP-020', REMIS.slice(0, 1), '2027-02-12')).toEqual([]);
  });
  it('une décision prise suppose un rapport remis et validé', () => {
    const decidee = { type: 'decision-suites', date: '2027-02-15' };
    expect(lire('IP-020', [...REMIS.slice(0, 1), decidee], '2027-03-12')).toEqual(['2027-02-28 faite']);
    expect(lire('IP-010', [...REMIS.slice(0, 1), decidee], '2027-03-12')).toEqual(['2027-02-28 faite']);
  });
  it('la validation la satisfait, la clôture l’éteint', () => {
    expect(lire('IP-020', [...REMIS, { type: 'rapport-valide', date: '2027-02-12' }], '2027-03-12')).toEqual([
      '2027-02-28 faite',
    ]);
    expect(lire('IP-020', [...REMIS, { type: 'information-close', date: '2027-02-12' }], '2027-03-12')).toEqual([
      '2027-02-28 eteinte',
    ]);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse ces règles', () => {
  verifyRegles(REGLES_EVALUATIONS, FAITS_INFORMATIONS);
});
