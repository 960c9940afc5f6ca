import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { REGLES_AVANT_AUDIENCE } from './audience-du-juge.ts';

const AUDIENCE = { type: 'audience', date: '2026-06-15T09:30:00+02:00' };
const convocation = (date: string, plus = {}) => ({ type: 'convocation', date, ...plus });
const lire = (id: string, faits: readonly FaitEcrit[], jour = '2026-06-01') =>
  listDues(getRegle(REGLES_AVANT_AUDIENCE, id), buildDossier(faits, { jour }));

describe('La convocation arrive huit jours au moins avant l’audience (CPC 1188)', () => {
  it.each([
    ['2026-06-06', 'a-venir'],
    ['2026-06-07', 'aujourd-hui'],
    ['2026-06-08', 'en-retard'],
    ['2026-06-16', 'eteinte'],
  ])('audience le 15 juin, vue le %s : %s', (jour, statut) =>
    expect(lire('AUD-001', [AUDIENCE], jour)).toEqual([`2026-06-07 ${statut}`]),
  );
  it.each([
    ['2026-06-07', 'faite'],
    ['2026-06-08', 'faite-en-retard'],
  ])('reçue le %s : %s', (date, statut) =>
    expect(lire('AUD-001', [AUDIENCE, convocation(date)], '2026-06-10')).toEqual([`2026-06-07 ${statut}`]),
  );
  it('une convocation va à l’audience qu’elle nomme, à défaut à la prochaine', () => {
    const seconde = { type: 'audience', date: '2026-09-14' };
    expect(lire('AUD-001', [AUDIENCE, seconde, convocation('2026-05-20')])).toEqual([
      '2026-06-07 faite',
      '2026-09-06 a-venir',
    ]);
    expect(lire('AUD-001', [AUDIENCE, seconde, convocation('2026-05-20', { audience: '2026-09-14' })])).toEqual([
      '2026-06-07 a-venir',
      '2026-09-06 faite',
    ]);
  });
  it('devant une autre autorité, ce délai n’est pas dit', () =>
    expect(lire('AUD-001', [{ ...AUDIENCE, nature: 'cour-d-appel' }])).toEqual([]));
});

it('le dossier se consulte jusqu’à la veille, puis n’a plus d’objet (CPC 1187)', () => {
  expect(lire('AUD-002', [AUDIENCE])).toEqual(['2026-06-14 a-venir']);
  expect(lire('AUD-002', [AUDIENCE], '2026-06-16')).toEqual(['2026-06-14 eteinte']);
  expect(lire('AUD-002', [{ ...AUDIENCE, tenue: false }])).toEqual(['2026-06-14 eteinte']);
});

describe('Un avocat peut être demandé pour l’enfant jusqu’à l’audience (C. civ. 375-1, al. 4)', () => {
  const demande = (date: string, plus = {}) => ({ type: 'demande-avocat', date, ...plus });
  it.each([
    ['2026-06-13', 'a-venir'],
    ['2026-06-14', 'aujourd-hui'],
    ['2026-06-15', 'en-retard'],
    ['2026-06-16', 'eteinte'],
  ])('audience le 15 juin, vue le %s : %s', (jour, statut) =>
    expect(lire('AUD-006', [AUDIENCE], jour)).toEqual([`2026-06-14 ${statut}`]),
  );
  it.each([
    ['2026-06-13', 'faite'],
    ['2026-06-14', 'faite'],
    ['2026-06-15', 'eteinte'],
  ])('demandé le %s : %s', (date, statut) =>
    expect(lire('AUD-006', [AUDIENCE, demande(date)], '2026-06-20')).toEqual([`2026-06-14 ${statut}`]),
  );
  it('déjà désigné, un avocat suffit ; pour une autre mesure, non', () => {
    const designe = { type: 'avocat-designe', date: '2025-03-04' };
    expect(lire('AUD-006', [AUDIENCE, designe])).toEqual(['2026-06-14 faite']);
    const autre = [{ ...AUDIENCE, mesure: 'a' }, demande('2026-05-02', { mesure: 'b' })];
    expect(lire('AUD-006', autre)).toEqual(['2026-06-14 a-venir']);
  });
  it('devant une autre autorité, ou renvoyée, elle n’est pas rappelée', () => {
    expect(lire('AUD-006', [{ ...AUDIENCE, nature: 'cour-d-appel' }])).toEqual([]);
    expect(lire('AUD-006', [{ ...AUDIENCE, tenue: false }])).toEqual(['2026-06-14 eteinte']);
  });
});

it('l’avocat demandé est désigné sous huit jours, reportés au jour ouvrable (CPC 1186, 642)', () => {
  expect(lire('AUD-004', [{ type: 'demande-avocat', date: '2026-05-01' }], '2026-05-02')).toEqual([
    '2026-05-11 a-venir',
  ]);
  const faits = [
    { type: 'demande-avocat', date: '2026-05-04' },
    { type: 'avocat-designe', date: '2026-05-12' },
  ];
  expect(lire('AUD-004', faits, '2026-06-01')).toEqual(['2026-05-12 faite']);
});

describe('Au pénal, la culpabilité sous trois mois, la sanction sous neuf (CJPM L423-8, L521-9)', () => {
  const penale = (date: string, objet?: string) => ({
    type: 'audience',
    nature: 'penal',
    date,
    ...(objet && { objet }),
  });
  const convoque = convocation('2025-11-30', { nature: 'penal' });
  it('de la convocation à la culpabilité, fin de mois comprise', () => {
    expect(lire('AUD-012', [convoque], '2026-01-01')).toEqual(['2026-03-02 a-venir']);
    expect(lire('AUD-012', [convoque, penale('2026-02-27')], '2026-03-10')).toEqual(['2026-03-02 faite']);
  });
  it('de la culpabilité à la sanction', () => {
    const faits = [convoque, penale('2026-02-27', 'culpabilite')];
    expect(lire('AUD-012', faits, '2026-03-10')).toEqual(['2026-03-02 faite', '2026-11-27 a-venir']);
    expect(lire('AUD-012', [...faits, penale('2026-11-28', 'sanction')], '2026-12-10')).toEqual([
      '2026-03-02 faite',
      '2026-11-27 faite-en-retard',
    ]);
  });
  it('la convocation du juge des enfants n’y fait rien', () =>
    expect(lire('AUD-012', [convocation('2026-01-05')])).toEqual([]));
});
