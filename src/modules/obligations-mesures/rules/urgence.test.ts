import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { REGLES_URGENCE } from './urgence.ts';

const decision = (code: string, date: string, plus = {}) => ({ type: 'decision', mesure: 'm1', code, date, ...plus });
const acte = (type: string, date: string, plus = {}) => ({ type, mesure: 'm1', date, ...plus });
const lire = (id: string, faits: readonly FaitEcrit[], jour: string) =>
  listDues(getRegle(REGLES_URGENCE, id), buildDossier(faits, { jour }));

describe('L’accueil de 72 heures (CASF L223-2, al. 5)', () => {
  const accueil = decision('ACCUEIL_72H', '2026-10-23T18:30:00+02:00');
  const terme = (faits: readonly FaitEcrit[], jour: string) =>
    getRegle(REGLES_URGENCE, 'URG-001')
      .list(buildDossier(faits, { jour }))
      .find(({ cle }) => cle.endsWith('terme'));
  it('court d’heure à heure, passage à l’heure d’hiver compris', () =>
    expect(terme([accueil], '2026-10-24')).toMatchObject({ pour: '2026-10-26', instant: '2026-10-26T17:30:00+01:00' }));
  it('court de l’arrivée de l’enfant, si elle est connue', () =>
    expect(terme([accueil, acte('debut-effectif', '2026-10-24T08:00:00+02:00')], '2026-10-25')?.pour).toBe(
      '2026-10-27',
    ));
  it('s’achève par la saisine, la fin ou une autre mesure', () => {
    const ap = { ...decision('AP', '2026-10-26'), mesure: 'm2' };
    expect(terme([accueil, acte('saisine-juge', '2026-10-25')], '2026-11-01')?.faiteLe).toBe('2026-10-25');
    expect(terme([accueil, acte('fin-mesure', '2026-10-25', { motif: 'RETOUR_FAMILLE' })], '2026-11-01')?.faiteLe).toBe(
      '2026-10-25',
    );
    expect(terme([accueil, ap], '2026-11-01')?.faiteLe).toBe('2026-10-26');
  });
  it('parents et procureur sont informés le jour même', () => {
    expect(lire('URG-001', [accueil], '2026-10-23')).toEqual([
      '2026-10-23 aujourd-hui',
      '2026-10-23 aujourd-hui',
      '2026-10-26 a-venir',
    ]);
    const dits = [acte('avis-parquet', '2026-10-23'), acte('information-parents', '2026-10-24')];
    expect(lire('URG-001', [accueil, ...dits], '2026-10-24')).toEqual([
      '2026-10-23 faite',
      '2026-10-23 faite-en-retard',
      '2026-10-26 a-venir',
    ]);
  });
});

describe('Le recueil sans accord possible (CASF L223-2, al. 2 à 4)', () => {
  const recueil = decision('RECUEIL_5J', '2026-02-25');
  it('le procureur est avisé le jour même', () => {
    expect(lire('URG-002', [recueil], '2026-02-26')).toEqual(['2026-02-25 en-retard']);
    expect(lire('URG-002', [recueil, acte('avis-parquet', '2026-02-25')], '2026-02-26')).toEqual(['2026-02-25 faite']);
  });
  it.each([
    ['2026-03-01', 'a-venir'],
    ['2026-03-02', 'aujourd-hui'],
    ['2026-03-03', 'en-retard'],
  ])('à cinq jours, la justice est saisie : vu le %s, %s', (jour, statut) =>
    expect(lire('URG-003', [recueil], jour)).toEqual([`2026-03-02 ${statut}`]),
  );
  it('un samedi ou un jour férié ne reporte pas (TPS-05)', () =>
    expect(lire('URG-003', [decision('RECUEIL_5J', '2026-04-26')], '2026-04-27')).toEqual(['2026-05-01 a-venir']));
  it('un refus exprès fait saisir aussitôt', () =>
    expect(lire('URG-003', [recueil, acte('retrait-accord', '2026-02-27')], '2026-02-28')).toEqual([
      '2026-02-27 en-retard',
    ]));
  it('la saisine la satisfait ; l’accord ou la remise l’éteint', () => {
    expect(lire('URG-003', [recueil, acte('saisine-juge', '2026-03-02')], '2026-03-10')).toEqual(['2026-03-02 faite']);
    expect(lire('URG-003', [recueil, acte('accord', '2026-02-28', { forme: 'ecrit' })], '2026-03-10')).toEqual([
      '2026-03-02 eteinte',
    ]);
    expect(
      lire('URG-003', [recueil, acte('fin-mesure', '2026-03-01', { motif: 'RETOUR_FAMILLE' })], '2026-03-10'),
    ).toEqual(['2026-03-02 eteinte']);
  });
});

it('un placement en urgence reçu appelle sa fiche de mise à l’abri (URG-009, pratique)', () => {
  const recue = decision('OPP_PARQUET', '2026-05-04', { recueLe: '2026-05-05' });
  expect(lire('URG-009', [recue], '2026-05-05')).toEqual(['2026-05-05 aujourd-hui']);
  expect(lire('URG-009', [recue, acte('fiche-mise-a-l-abri', '2026-05-05')], '2026-05-10')).toEqual([
    '2026-05-05 faite',
  ]);
  expect(lire('URG-009', [decision('PLACEMENT_ASE', '2026-05-04')], '2026-05-05')).toEqual([]);
});
