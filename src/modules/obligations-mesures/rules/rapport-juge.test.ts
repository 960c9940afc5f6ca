import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { REGLES_RAPPORT_JUGE } from './rapport-juge.ts';

const AEMO = { type: 'decision', mesure: 'm1', code: 'AEMO', date: '2026-02-28', au: '2028-02-27' };
const transmis = (date: string) => ({ type: 'rapport-transmis', mesure: 'm1', date });
const echeance = (date: string) => ({ type: 'rapport-echeance', mesure: 'm1', date });
const lire = (id: string, faits: readonly FaitEcrit[], jour = '2026-06-01', parametres = {}, ne = '2015-03-02') =>
  listDues(getRegle(REGLES_RAPPORT_JUGE, id), buildDossier(faits, { jour, parametres, ne }));

describe('Le service rend compte au juge chaque année, ou comme la décision le fixe (CPC 1199-1)', () => {
  it.each([
    ['2027-02-27', 'a-venir'],
    ['2027-02-28', 'aujourd-hui'],
    ['2027-03-01', 'en-retard'],
  ])('un an après le premier jour, vu le %s : %s', (jour, statut) =>
    expect(lire('MES-019', [AEMO], jour)).toEqual([`2027-02-28 ${statut}`]),
  );
  it('la décision peut vouloir un rapport tous les trois mois, fin de mois comprise', () =>
    expect(lire('MES-019', [{ ...AEMO, date: '2026-11-30', rapportTousLesMois: 3 }], '2026-12-01')).toEqual([
      '2027-02-28 a-venir',
    ]));
  it('chaque rapport fait courir le suivant', () =>
    expect(lire('MES-019', [AEMO, transmis('2026-12-10')], '2027-01-01')).toEqual([
      '2027-02-28 faite',
      '2027-12-10 a-venir',
    ]));
  it('un rapport remis tard est en retard, et le suivant part de lui', () =>
    expect(lire('MES-019', [{ ...AEMO, au: undefined }, transmis('2027-03-15')], '2027-04-01')).toEqual([
      '2027-02-28 faite-en-retard',
      '2028-03-15 a-venir',
    ]));
  it('au-delà du terme de la décision, c’est le rapport d’échéance qui est dû', () =>
    expect(lire('MES-019', [{ ...AEMO, au: '2026-08-27' }])).toEqual([]));
  it('la fin de la mesure et la majorité l’éteignent', () => {
    const fin = { type: 'fin-mesure', mesure: 'm1', date: '2026-12-01', motif: 'MAINLEVEE_JUGE' };
    expect(lire('MES-019', [AEMO, fin], '2027-04-01')).toEqual(['2027-02-28 eteinte']);
    expect(lire('MES-019', [AEMO], '2027-04-01', {}, '2009-02-28')).toEqual(['2027-02-28 eteinte']);
  });
});

describe('Le rapport d’échéance part avant le terme, comme le département l’a réglé (MES-021)', () => {
  const courte = { ...AEMO, au: '2026-08-27' };
  it.each([
    ['2026-07-27', 'a-venir'],
    ['2026-07-28', 'aujourd-hui'],
    ['2026-07-29', 'en-retard'],
  ])('trente jours avant le 27 août, vu le %s : %s', (jour, statut) =>
    expect(lire('MES-021', [courte], jour)).toEqual([`2026-07-28 ${statut}`]),
  );
  it('le réglage du département change le jour', () =>
    expect(lire('MES-021', [courte], '2026-06-01', { 'mesure.rapport-echeance-jours': 45 })).toEqual([
      '2026-07-13 a-venir',
    ]));
  it('le rapport le satisfait, la décision l’éteint', () => {
    const suite = { ...courte, nature: 'renouvellement', date: '2026-08-10', du: '2026-08-28', au: '2027-08-27' };
    expect(lire('MES-021', [courte, echeance('2026-07-28'), suite], '2026-09-01')).toEqual([
      '2026-07-28 faite',
      '2027-07-28 a-venir',
    ]);
    expect(lire('MES-021', [courte, suite], '2026-09-01')[0]).toBe('2026-07-28 eteinte');
  });
  it('une prestation administrative n’en doit pas', () =>
    expect(lire('MES-021', [{ ...courte, code: 'AED' }])).toEqual([]));
});

describe('Le rapport d’investigation est dû au terme de la mesure (CPC 1183)', () => {
  const mjie = { type: 'decision', mesure: 'm1', code: 'MJIE', date: '2026-02-28' };
  const regle = getRegle(REGLES_RAPPORT_JUGE, 'MES-021');
  it('au terme fixé', () => expect(lire('MES-021', [{ ...mjie, au: '2026-07-15' }])).toEqual(['2026-07-15 a-venir']));
  it('à défaut, six mois, sous réserve d’un texte à confirmer', () => {
    expect(lire('MES-021', [mjie])).toEqual(['2026-08-27 a-venir']);
    const [obligation] = regle.list(buildDossier([mjie], { jour: '2026-06-01' }));
    expect(obligation?.textes?.map(({ confiance }) => confiance)).toEqual(['verifie', 'a-confirmer']);
  });
  it('remis, c’est fait', () =>
    expect(lire('MES-021', [mjie, echeance('2026-08-27')], '2026-09-01')).toEqual(['2026-08-27 faite']));
});
