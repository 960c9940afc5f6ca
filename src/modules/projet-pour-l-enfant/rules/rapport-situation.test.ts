import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues, listEnVigueur } from '#tests/support/dossier-essai.ts';
import { REGLES_PROJET } from '../index.ts';

const decision = (date: string, code = 'PLACEMENT_ASE', mesure = 'm1'): FaitEcrit => ({
  type: 'decision',
  mesure,
  code,
  date,
});
const rapport = (date: string): FaitEcrit => ({ type: 'rapport-situation', date });
const fait = (type: string, date: string): FaitEcrit => ({ type, date });
const lire = (id: string, faits: readonly FaitEcrit[], etatCivil = {}) =>
  listDues(getRegle(REGLES_PROJET, id), buildDossier(faits, etatCivil));

describe('Un rapport de situation par an (CASF L223-5, al. 2)', () => {
  it.each([
    ['2027-02-09', 'a-venir'],
    ['2027-02-10', 'aujourd-hui'],
    ['2027-02-11', 'en-retard'],
  ])('du début de la prise en charge, le 10 février : vu le %s, %s', (jour, statut) => {
    expect(lire('RS-001', [decision('2026-02-10')], { jour })).toEqual([`2027-02-10 ${statut}`]);
  });
  it('placé depuis des années : une obligation par période, faites sauf la dernière (RS-005)', () => {
    const faits = [decision('2021-01-15'), ...['2022-01-10', '2023-01-20', '2024-01-20', '2025-01-05'].map(rapport)];
    expect(lire('RS-001', faits, { jour: '2026-01-06' })).toEqual([
      '2022-01-15 faite',
      '2023-01-10 faite-en-retard',
      '2024-01-20 faite',
      '2025-01-20 faite',
      '2026-01-05 en-retard',
    ]);
  });
  it('sans rapport, il est dû une fois, et reste en retard', () => {
    expect(lire('RS-001', [decision('2021-01-15')])).toEqual(['2022-01-15 en-retard']);
  });
  it('un 29 février donne le 28 l’année suivante', () => {
    expect(lire('RS-001', [decision('2024-02-29')], { jour: '2024-06-01' })).toEqual(['2025-02-28 a-venir']);
  });
  it('plusieurs mesures n’en doublent aucun ; un milieu ouvert en doit aussi, une aide à domicile non', () => {
    expect(lire('RS-001', [decision('2026-02-10'), decision('2026-03-01', 'AEMO', 'm2')])).toHaveLength(1);
    expect(lire('RS-001', [decision('2026-02-10', 'AEMO')])).toHaveLength(1);
    expect(lire('RS-001', [decision('2026-02-10', 'TISF')])).toEqual([]);
  });
  it('le placement provisoire suivi du placement compte de son premier jour', () => {
    const faits = [decision('2026-02-10', 'OPP_JUGE', 'm0'), decision('2026-06-01')];
    expect(lire('RS-001', faits)).toEqual(['2027-02-10 a-venir']);
  });
  it('la fin de la mesure ou la majorité l’éteint', () => {
    const fin = { type: 'fin-mesure', mesure: 'm1', motif: 'MAINLEVEE_JUGE', date: '2026-05-01' };
    expect(lire('RS-001', [decision('2026-02-10'), fin])).toEqual(['2027-02-10 eteinte']);
    expect(lire('RS-001', [decision('2026-02-10')], { ne: '2009-02-10' })).toEqual(['2027-02-10 eteinte']);
    expect(lire('RS-001', [decision('2026-02-10')], { ne: '2009-02-11' })).toEqual(['2027-02-10 a-venir']);
  });
});

describe('Tous les six mois jusqu’à trois ans, à l’échéance calculée (CASF L223-5, al. 2 ; RS-005)', () => {
  it.each([
    ['2023-08-09', '2027-02-10'],
    ['2023-08-10', '2027-02-10'],
    ['2023-08-11', '2026-08-10'],
  ])('né le %s, placé le 10 février 2026 : %s', (ne, pour) => {
    expect(lire('RS-001', [decision('2026-02-10')], { ne, jour: '2026-03-01' })).toEqual([`${pour} a-venir`]);
  });
  it('né un 29 février, il a trois ans le 28 d’une année commune', () => {
    const lu = (date: string) => lire('RS-001', [decision(date)], { ne: '2024-02-29', jour: '2026-09-01' });
    expect(lu('2026-08-27')).toEqual(['2027-02-27 a-venir']);
    expect(lu('2026-08-28')).toEqual(['2027-08-28 a-venir']);
  });
  it.each([
    ['2022-02-22', '2023-02-22'],
    ['2022-02-23', '2022-08-23'],
  ])('deux ans avant le 23 février 2022, trois depuis : à deux ans et demi, compté du %s, dû le %s', (date, pour) => {
    const faits = [decision('2021-09-01'), rapport(date)];
    expect(lire('RS-001', faits, { ne: '2020-01-01', jour: '2022-03-01' })).toContain(`${pour} a-venir`);
  });
  it('avant le 23 février 2022, six mois sous deux ans', () => {
    expect(lire('RS-001', [decision('2021-06-10')], { ne: '2020-01-01', jour: '2021-07-01' })).toEqual([
      '2021-12-10 a-venir',
    ]);
  });
  it('le texte d’avant est à confirmer, celui d’aujourd’hui est vérifié', () => {
    const textes = (date: string) =>
      listEnVigueur(getRegle(REGLES_PROJET, 'RS-001'), buildDossier([decision(date)]))[0]?.textes?.[0]?.confiance;
    expect([textes('2022-02-22'), textes('2022-02-23')]).toEqual(['a-confirmer', 'verifie']);
  });
  it('le département peut lire deux ans, comme le règlement', () => {
    const etatCivil = { ne: '2024-01-01', jour: '2026-03-01' };
    expect(lire('RS-001', [decision('2026-02-10')], etatCivil)).toEqual(['2026-08-10 a-venir']);
    const parametres = { 'rapport.seuil-age-semestriel-ans': 2 };
    expect(lire('RS-001', [decision('2026-02-10')], { ...etatCivil, parametres })).toEqual(['2027-02-10 a-venir']);
  });
  it('sans date de naissance connue, tous les ans (TPS-08)', () => {
    expect(lire('RS-001', [decision('2026-02-10')], { ne: null })).toEqual(['2027-02-10 a-venir']);
  });
});

describe('Le rapport est transmis au juge pour l’enfant confié (CASF L223-5, al. 3)', () => {
  it('à la même périodicité, depuis la dernière transmission', () => {
    const faits = [decision('2024-02-10'), fait('rapport-transmis', '2025-02-01')];
    expect(lire('RS-004', faits, { jour: '2025-06-01' })).toEqual(['2025-02-10 faite', '2026-02-01 a-venir']);
  });
  it('pour le seul enfant confié par le juge à l’aide sociale à l’enfance', () => {
    for (const code of ['AP', 'AEMO', 'PLACEMENT_TDC'])
      expect(lire('RS-004', [decision('2026-02-10', code)])).toEqual([]);
  });
  it('un placement en cours le 23 février 2022 compte de ce jour ; fini avant, il ne doit rien', () => {
    const ancien = decision('2021-02-10');
    expect(lire('RS-004', [ancien], { jour: '2022-06-01' })).toEqual(['2023-02-23 a-venir']);
    const fin = { type: 'fin-mesure', mesure: 'm1', motif: 'MAINLEVEE_JUGE', date: '2022-02-22' };
    expect(lire('RS-004', [ancien, fin], { jour: '2022-06-01' })).toEqual([]);
  });
});

describe('Le rapport est communiqué aux parents et au mineur (CASF L223-5, D223-21, à confirmer)', () => {
  it('sous le délai du département, ou le jour de l’envoi au juge s’il vient avant', () => {
    expect(lire('RS-006', [rapport('2026-02-20')], { jour: '2026-02-21' })).toEqual(['2026-03-07 a-venir']);
    const envoye = [rapport('2026-02-20'), fait('rapport-transmis', '2026-02-25')];
    expect(lire('RS-006', envoye, { jour: '2026-02-26' })).toEqual(['2026-02-25 en-retard']);
    expect(lire('RS-006', [...envoye, fait('rapport-communique', '2026-02-24')])).toEqual(['2026-02-25 faite']);
  });
  it('la majorité l’éteint, le lendemain', () => {
    expect(lire('RS-006', [rapport('2026-02-20')], { ne: '2008-11-21' })).toEqual(['2026-03-07 en-retard']);
    expect(lire('RS-006', [rapport('2026-02-20')], { ne: '2008-11-20' })).toEqual(['2026-03-07 eteinte']);
  });
  it('un rapport plus récent prend la place de celui qui ne l’a pas été', () => {
    expect(lire('RS-006', [rapport('2025-02-20'), rapport('2026-11-20')])).toEqual([
      '2025-03-07 eteinte',
      '2026-12-05 a-venir',
    ]);
  });
});
