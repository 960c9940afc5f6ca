import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { REGLES_PROVISOIRE } from './provisoire.ts';

const decision = (code: string, date: string, plus = {}) => ({ type: 'decision', mesure: 'm1', code, date, ...plus });
const acte = (type: string, date: string, plus = {}) => ({ type, mesure: 'm1', date, ...plus });
const fond = (date: string) => ({ type: 'decision', mesure: 'm2', code: 'PLACEMENT_ASE', date });
const lire = (id: string, faits: readonly FaitEcrit[], jour: string) =>
  listDues(getRegle(REGLES_PROVISOIRE, id), buildDossier(faits, { jour }));

describe('Le procureur saisit le juge sous huit jours (C. civ. 375-5, al. 2)', () => {
  const parquet = decision('OPP_PARQUET', '2026-05-01');
  it.each([
    ['2026-05-08', 'a-venir'],
    ['2026-05-09', 'aujourd-hui'],
    ['2026-05-10', 'en-retard'],
  ])('samedi compris, sans report (TPS-05) : vu le %s, %s', (jour, statut) =>
    expect(lire('URG-004', [parquet], jour)).toEqual([`2026-05-09 ${statut}`]),
  );
  it('la saisine la satisfait, la mainlevée l’éteint', () => {
    expect(lire('URG-004', [parquet, acte('saisine-juge', '2026-05-09')], '2026-06-01')).toEqual(['2026-05-09 faite']);
    expect(
      lire('URG-004', [parquet, acte('fin-mesure', '2026-05-05', { motif: 'MAINLEVEE_JUGE' })], '2026-06-01'),
    ).toEqual(['2026-05-09 eteinte']);
  });
  it('de même de l’interdiction de sortie qu’il ordonne, non de celle du juge (C. civ. 375-5)', () => {
    expect(lire('MES-018', [decision('IST', '2026-05-01', { decideur: 'parquet' })], '2026-05-02')).toEqual([
      '2026-05-09 a-venir',
    ]);
    expect(lire('MES-018', [decision('IST', '2026-05-01')], '2026-05-02')).toEqual([]);
  });
});

describe('Saisi, le juge statue sous quinze jours (CPC 1184, al. 3)', () => {
  const faits = [decision('OPP_PARQUET', '2026-04-28'), acte('saisine-juge', '2026-04-30')];
  it('le quinzième jour, reporté s’il n’est pas ouvrable (CPC 641, 642)', () => {
    expect(lire('URG-005', faits, '2026-05-01')).toEqual(['2026-05-15 a-venir']);
    const samedi = [decision('OPP_PARQUET', '2026-04-28'), acte('saisine-juge', '2026-05-01')];
    expect(lire('URG-005', samedi, '2026-05-02')).toEqual(['2026-05-18 a-venir']);
  });
  it('sans saisine, rien ne court ; la décision du juge la satisfait', () => {
    expect(lire('URG-005', faits.slice(0, 1), '2026-05-01')).toEqual([]);
    expect(lire('URG-005', [...faits, fond('2026-05-12')], '2026-06-01')).toEqual(['2026-05-15 faite']);
    expect(lire('URG-005', [...faits, { ...fond('2026-05-16'), code: 'OPP_JUGE' }], '2026-06-01')).toEqual([
      '2026-05-15 faite-en-retard',
    ]);
  });
});

describe('Sans audition, les parties sont convoquées dans les quinze jours (CPC 1184, al. 2)', () => {
  const urgente = decision('OPP_JUGE', '2026-09-03', { sansAudition: true });
  it('une audience tenue la satisfait, non une audience renvoyée', () => {
    expect(lire('URG-006', [urgente], '2026-09-04')).toEqual(['2026-09-18 a-venir']);
    expect(lire('URG-006', [urgente, acte('audience', '2026-09-17')], '2026-10-01')).toEqual(['2026-09-18 faite']);
    expect(lire('URG-006', [urgente, acte('audience', '2026-09-17', { tenue: false })], '2026-10-01')).toEqual([
      '2026-09-18 en-retard',
    ]);
  });
  it('décidé après audition, il n’y a rien à devoir', () =>
    expect(lire('URG-006', [decision('OPP_JUGE', '2026-09-03')], '2026-09-04')).toEqual([]));
});

describe('Une mesure provisoire appelle une décision au fond sous six mois (CPC 1185)', () => {
  it.each([
    ['2026-01-15', '2026-07-15'],
    ['2025-08-31', '2026-03-02'],
    ['2026-02-14', '2026-08-14'],
    ['2025-11-14', '2026-05-15'],
  ])('décidée le %s : au plus tard le %s', (date, pour) =>
    expect(lire('URG-007', [decision('OPP_JUGE', date)], date)).toEqual([`${pour} a-venir`]),
  );
  it('le fond la satisfait', () => {
    expect(lire('URG-007', [decision('OPP_JUGE', '2026-01-15'), fond('2026-07-15')], '2026-08-01')).toEqual([
      '2026-07-15 faite',
    ]);
    expect(lire('URG-007', [decision('OPP_JUGE', '2026-01-15'), fond('2026-07-16')], '2026-08-01')).toEqual([
      '2026-07-15 faite-en-retard',
    ]);
  });
  it('prorogée, elle court six mois de plus au plus', () => {
    const prorogee = decision('OPP_JUGE', '2026-07-10', { nature: 'prorogation', dureeMois: 3 });
    const faits = [decision('OPP_JUGE', '2026-01-15'), prorogee];
    expect(lire('URG-007', faits, '2026-08-01')).toEqual(['2026-07-15 faite', '2026-10-15 a-venir']);
    expect(lire('URG-007', [...faits.slice(0, 1), { ...prorogee, dureeMois: 9 }], '2026-08-01')).toEqual([
      '2026-07-15 faite',
      '2027-01-15 a-venir',
    ]);
  });
});

it('le juge du lieu de découverte se dessaisit sous un mois (CPC 1184, al. 4)', () => {
  const lieu = decision('OPP_JUGE', '2026-01-31', { lieuDecouverte: true });
  expect(lire('URG-008', [lieu], '2026-02-01')).toEqual(['2026-03-02 a-venir']);
  expect(lire('URG-008', [lieu, acte('dessaisissement', '2026-02-20')], '2026-03-10')).toEqual(['2026-03-02 faite']);
  expect(lire('URG-008', [decision('OPP_JUGE', '2026-01-31')], '2026-02-01')).toEqual([]);
});
