import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { REGLES_TERME } from './terme.ts';

const AED = { type: 'decision', mesure: 'm1', code: 'AED', date: '2026-01-15', du: '2026-02-01', au: '2026-07-31' };
const AEMO = { ...AED, code: 'AEMO' };
const RENOUVELLEMENT = { ...AEMO, nature: 'renouvellement', du: '2026-08-01', au: '2027-01-31' };
const fin = (date: string, motif = 'OBJECTIFS_ATTEINTS') => ({ type: 'fin-mesure', mesure: 'm1', date, motif });

const lire = (id: string, faits: readonly FaitEcrit[], jour = '2026-06-01', ne: string | null = '2015-03-02') =>
  listDues(getRegle(REGLES_TERME, id), buildDossier(faits, { jour, ne }));

describe.each([
  ['MES-002', 'd’une prestation', AED, 'CASF L223-5, al. 1'],
  ['MES-013', 'd’une mesure d’assistance éducative', AEMO, 'C. civ. 375, al. 3'],
])('%s : le renouvellement ou la fin %s se décide au plus tard le dernier jour (%4$s)', (id, _, decision) => {
  it.each([
    ['2026-07-30', 'a-venir'],
    ['2026-07-31', 'aujourd-hui'],
    ['2026-08-01', 'en-retard'],
  ])('dernier jour le 31 juillet, vue le %s : %s', (jour, statut) =>
    expect(lire(id, [decision], jour)).toEqual([`2026-07-31 ${statut}`]),
  );
  it.each([
    ['2026-07-31', 'faite'],
    ['2026-08-01', 'faite-en-retard'],
  ])('renouvelée le %s : %s, et le nouveau terme est dû', (date, statut) => {
    const suite = { ...decision, nature: 'renouvellement', date, du: '2026-08-01', au: '2027-01-31' };
    expect(lire(id, [decision, suite], '2026-09-01')).toEqual([`2026-07-31 ${statut}`, '2027-01-31 a-venir']);
  });
  it('finie à son terme, c’est fait ; finie avant, sans objet ; après, en retard', () => {
    expect(lire(id, [decision, fin('2026-07-31')], '2026-09-01')).toEqual(['2026-07-31 faite']);
    expect(lire(id, [decision, fin('2026-07-30')], '2026-09-01')).toEqual(['2026-07-31 eteinte']);
    expect(lire(id, [decision, fin('2026-08-03')], '2026-09-01')).toEqual(['2026-07-31 faite-en-retard']);
  });
  it('sans fin connue, rien n’est dû : le plafond de la loi ne la remplace pas', () =>
    expect(lire(id, [{ ...decision, au: undefined }], '2035-01-01')).toEqual([]));
});

it('chaque origine a sa règle, et l’urgence administrative la sienne', () => {
  expect(lire('MES-013', [AED])).toEqual([]);
  expect(lire('MES-002', [AEMO])).toEqual([]);
  expect(lire('MES-002', [{ ...AED, code: 'RECUEIL_5J', au: '2026-02-05' }])).toEqual([]);
});

describe('L’hospitalisation en psychiatrie dure quinze jours, puis un mois (C. civ. 375-9)', () => {
  const psy = { type: 'decision', mesure: 'm1', code: 'PLACEMENT_PSY', date: '2026-02-20' };
  it('sans fin écrite, elle finit à quinze jours', () =>
    expect(lire('MES-013', [psy], '2026-02-21')).toEqual(['2026-03-07 a-venir']));
  it('renouvelée, un mois plus tard, fin de mois comprise', () => {
    const suite = { ...psy, nature: 'renouvellement', date: '2027-01-31' };
    expect(lire('MES-013', [{ ...psy, date: '2027-01-16' }, suite], '2027-02-01')).toEqual([
      '2027-01-31 faite',
      '2027-02-28 a-venir',
    ]);
  });
});

describe('MES-027 : échue sans décision, une mesure laisse l’enfant sans titre (C. civ. 375)', () => {
  it.each([
    ['2026-07-31', []],
    ['2026-08-01', ['2026-08-01 aujourd-hui']],
    ['2026-08-02', ['2026-08-01 en-retard']],
  ])('dernier jour le 31 juillet, vue le %s', (jour, dues) => expect(lire('MES-027', [AEMO], jour)).toEqual(dues));
  it('l’alerte est critique pour une mesure judiciaire ou un accueil', () => {
    const gravite = (decision: FaitEcrit) =>
      getRegle(REGLES_TERME, 'MES-027').list(buildDossier([decision], { jour: '2026-09-01' }))[0]?.gravite;
    expect([gravite(AEMO), gravite({ ...AED, code: 'AP' }), gravite(AED)]).toEqual(['critique', 'critique', 'normale']);
  });
  it('décidée le dernier jour, elle n’a jamais été sans titre ; le lendemain, un jour', () => {
    expect(lire('MES-027', [AEMO, { ...RENOUVELLEMENT, date: '2026-07-31' }], '2026-09-01')).toEqual([]);
    expect(lire('MES-027', [AEMO, { ...RENOUVELLEMENT, date: '2026-08-01' }], '2026-09-01')).toEqual([
      '2026-08-01 faite',
    ]);
    expect(lire('MES-027', [AEMO, { ...RENOUVELLEMENT, date: '2026-08-05' }], '2026-09-01')).toEqual([
      '2026-08-01 faite-en-retard',
    ]);
  });
  it('la fin inscrite après le terme la satisfait ; une fin d’avant l’exclut', () => {
    expect(lire('MES-027', [AEMO, fin('2026-08-04')], '2026-09-01')).toEqual(['2026-08-01 faite-en-retard']);
    expect(lire('MES-027', [AEMO, fin('2026-07-31')], '2026-09-01')).toEqual([]);
  });
  it('la majorité l’éteint : il n’y a plus de titre à donner', () => {
    expect(lire('MES-027', [AEMO], '2026-08-15', '2008-08-15')).toEqual(['2026-08-01 eteinte']);
    expect(lire('MES-027', [AEMO], '2026-09-01', '2008-08-01')).toEqual([]);
  });
  it('un placement suivi d’un autre n’est pas échu', () => {
    const provisoire = { ...AEMO, code: 'OPP_JUGE' };
    const placement = { type: 'decision', mesure: 'm2', code: 'PLACEMENT_ASE', date: '2026-07-20', du: '2026-08-01' };
    expect(lire('MES-027', [provisoire, placement], '2026-09-01')).toEqual([]);
    expect(lire('MES-013', [provisoire, placement], '2026-09-01')).toEqual(['2026-07-31 faite']);
  });
});

describe('MES-028 : la majorité met fin à la mesure (C. civ. 388)', () => {
  const longue = { ...AEMO, au: '2027-12-31' };
  it.each([
    ['2026-08-14', 'a-venir'],
    ['2026-08-15', 'aujourd-hui'],
    ['2026-08-16', 'en-retard'],
  ])('dix-huit ans le 15 août, vue le %s : %s', (jour, statut) =>
    expect(lire('MES-028', [longue], jour, '2008-08-15')).toEqual([`2026-08-15 ${statut}`]),
  );
  it('elle remplace le terme de la décision, qui n’appelle plus de renouvellement', () => {
    expect(lire('MES-013', [longue], '2026-06-01', '2008-08-15')).toEqual([]);
    expect(lire('MES-013', [{ ...AEMO, au: '2026-08-14' }], '2026-06-01', '2008-08-15')).toEqual([]);
    expect(lire('MES-013', [{ ...AEMO, au: '2026-08-13' }], '2026-06-01', '2008-08-15')).toHaveLength(1);
    expect(lire('MES-028', [{ ...AEMO, au: '2026-08-13' }], '2026-06-01', '2008-08-15')).toEqual([]);
  });
  it('la fin inscrite la satisfait ; finie plus tôt, sans objet', () => {
    expect(lire('MES-028', [longue, fin('2026-08-15', 'MAJORITE')], '2026-09-01', '2008-08-15')).toEqual([
      '2026-08-15 faite',
    ]);
    expect(lire('MES-028', [longue, fin('2026-03-01')], '2026-09-01', '2008-08-15')).toEqual(['2026-08-15 eteinte']);
  });
  it('né un 29 février, le 28 février d’une année commune', () =>
    expect(lire('MES-028', [longue], '2026-02-20', '2008-02-29')).toEqual(['2026-02-28 a-venir']));
});
