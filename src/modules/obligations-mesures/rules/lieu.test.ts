import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { REGLES_LIEU } from './lieu.ts';

const PLACEMENT = { type: 'decision', mesure: 'm1', code: 'PLACEMENT_ASE', date: '2026-01-15', dureeMois: 24 };
const changement = (plus: Record<string, unknown> = {}) => ({ type: 'changement-lieu', date: '2026-05-04', ...plus });
const informe = (date: string, objet = 'changement-lieu') => ({ type: 'juge-informe', mesure: 'm1', date, objet });
const lire = (id: string, faits: readonly FaitEcrit[], jour = '2026-05-10') =>
  listDues(getRegle(REGLES_LIEU, id), buildDossier(faits, { jour }));

describe('L’avis écrit du représentant légal précède le choix du lieu (CASF L223-3, al. 1)', () => {
  const avis = (date: string) => ({ type: 'avis-representant', mesure: 'm1', date });
  const debut = { type: 'debut-effectif', mesure: 'm1', date: '2026-01-20' };
  it('au choix, il est dû le jour de l’arrivée', () => {
    expect(lire('MES-008', [PLACEMENT, debut], '2026-01-20')).toEqual(['2026-01-20 aujourd-hui']);
    expect(lire('MES-008', [PLACEMENT, debut, avis('2026-01-20')])).toEqual(['2026-01-20 faite']);
    expect(lire('MES-008', [PLACEMENT, debut, avis('2026-01-21')])).toEqual(['2026-01-20 faite-en-retard']);
  });
  it('chaque changement en demande un nouveau, avant le jour prévu', () => {
    const faits = [PLACEMENT, avis('2026-01-15'), changement({ prevuLe: '2026-06-15' })];
    expect(lire('MES-008', faits)).toEqual(['2026-01-15 faite', '2026-06-15 a-venir']);
    expect(lire('MES-008', [...faits, avis('2026-05-20')], '2026-07-01')).toEqual([
      '2026-01-15 faite',
      '2026-06-15 faite',
    ]);
  });
  it('avant le 9 février 2022, le texte lu ne le demandait pas ; le jour même, oui', () => {
    expect(lire('MES-008', [{ ...PLACEMENT, date: '2022-02-08' }])).toEqual([]);
    expect(lire('MES-008', [{ ...PLACEMENT, date: '2022-02-09' }])).toHaveLength(1);
  });
});

describe('Le juge est informé un mois avant tout changement de lieu (CASF L223-3, al. 2)', () => {
  it.each([
    ['2026-06-15', '2026-05-15'],
    ['2026-07-31', '2026-06-30'],
    ['2028-03-31', '2028-02-29'],
  ])('prévu le %s : au plus tard le %s', (prevuLe, pour) =>
    expect(lire('MES-009', [PLACEMENT, changement({ prevuLe })])).toEqual([`${pour} a-venir`]),
  );
  it.each([
    ['2026-05-14', 'a-venir'],
    ['2026-05-15', 'aujourd-hui'],
    ['2026-05-16', 'en-retard'],
  ])('prévu le 15 juin, vu le %s : %s', (jour, statut) =>
    expect(lire('MES-009', [PLACEMENT, changement({ prevuLe: '2026-06-15' })], jour)).toEqual([`2026-05-15 ${statut}`]),
  );
  it('informé avant même la décision, c’est fait ; une information d’un changement passé ne vaut plus', () => {
    const second = changement({ date: '2026-06-20', prevuLe: '2026-08-15' });
    const faits = [PLACEMENT, informe('2026-05-02'), changement({ prevuLe: '2026-06-15' }), second];
    expect(lire('MES-009', faits, '2026-07-20')).toEqual(['2026-05-15 faite', '2026-07-15 en-retard']);
  });
  it('sans mesure judiciaire d’accueil, elle n’est pas due', () => {
    expect(lire('MES-009', [changement()])).toEqual([]);
    expect(lire('MES-009', [{ ...PLACEMENT, code: 'AP' }, changement()])).toEqual([]);
    expect(lire('MES-009', [{ ...PLACEMENT, code: 'OPP_JUGE', confieA: 'tiers' }, changement()])).toEqual([]);
  });
  it.each([
    ['2022-02-08', 0],
    ['2022-02-09', 1],
  ])('elle vaut des changements décidés depuis le 9 février 2022 : le %s, %i', (date, nombre) => {
    const ancien = { ...PLACEMENT, date: '2021-06-01' };
    expect(lire('MES-009', [ancien, changement({ date })])).toHaveLength(nombre);
  });
});

describe('En urgence, ou si la fratrie est séparée, le juge est informé sous 48 heures (CASF L223-3, al. 2)', () => {
  const urgent = changement({ date: '2026-05-08T22:30:00+02:00', urgence: true });
  it('de l’heure de la décision, week-end compris', () => {
    const [obligation] = getRegle(REGLES_LIEU, 'MES-010').list(
      buildDossier([PLACEMENT, urgent], { jour: '2026-05-09' }),
    );
    expect(obligation).toMatchObject({ pour: '2026-05-10', instant: '2026-05-10T22:30:00+02:00' });
    expect(lire('MES-009', [PLACEMENT, urgent])).toEqual([]);
  });
  it('au passage à l’heure d’été, 48 heures restent 48 heures', () => {
    const ete = { ...urgent, date: '2026-03-28T10:00:00+01:00' };
    const [obligation] = getRegle(REGLES_LIEU, 'MES-010').list(buildDossier([PLACEMENT, ete], { jour: '2026-03-29' }));
    expect(obligation?.instant).toBe('2026-03-30T11:00:00+02:00');
  });
  it('sans heure connue, du début du jour', () =>
    expect(lire('MES-010', [PLACEMENT, changement({ urgence: true })])).toEqual(['2026-05-06 en-retard']));
  it('l’information de la séparation se dit pour elle-même', () => {
    const separee = changement({ fratrieSeparee: true });
    expect(lire('MES-011', [PLACEMENT, separee, informe('2026-05-05')])).toEqual(['2026-05-06 en-retard']);
    expect(lire('MES-011', [PLACEMENT, separee, informe('2026-05-05', 'fratrie')])).toEqual(['2026-05-06 faite']);
  });
});

describe('L’accueil par un proche est évalué avant un placement, hors urgence (C. civ. 375-3, al. 7)', () => {
  const evaluation = (date: string) => ({ type: 'evaluation-tiers', mesure: 'm1', date });
  it('évalué avant la décision, c’est fait ; après, en retard', () => {
    expect(lire('MES-015', [evaluation('2025-12-01'), PLACEMENT])).toEqual(['2026-01-15 faite']);
    expect(lire('MES-015', [PLACEMENT, evaluation('2026-01-16')])).toEqual(['2026-01-15 faite-en-retard']);
    expect(lire('MES-015', [PLACEMENT])).toEqual(['2026-01-15 en-retard']);
  });
  it('ni l’urgence ni le placement chez un tiers ne le demandent', () => {
    expect(lire('MES-015', [{ ...PLACEMENT, sansAudition: true }])).toEqual([]);
    expect(lire('MES-015', [{ ...PLACEMENT, code: 'OPP_JUGE' }])).toEqual([]);
    expect(lire('MES-015', [{ ...PLACEMENT, code: 'PLACEMENT_TDC' }])).toEqual([]);
  });
  it.each([
    ['2022-02-08', 0],
    ['2022-02-09', 1],
  ])('depuis le 9 février 2022 : décidé le %s, %i', (date, nombre) =>
    expect(lire('MES-015', [{ ...PLACEMENT, date }])).toHaveLength(nombre),
  );
});

describe('Chaque nuitée se dit sans délai aux parents et au juge (C. civ. 375-2, al. 2)', () => {
  const milieu = { ...PLACEMENT, code: 'AEMO_HEBERGEMENT' };
  const nuitee = { type: 'nuitee', mesure: 'm1', date: '2026-05-08' };
  it('le jour même, à l’un et à l’autre', () => {
    expect(lire('MES-023', [milieu, nuitee], '2026-05-08')).toEqual([
      '2026-05-08 aujourd-hui',
      '2026-05-08 aujourd-hui',
    ]);
    const dites = [{ type: 'information-parents', mesure: 'm1', date: '2026-05-08' }, informe('2026-05-09', 'nuitee')];
    expect(lire('MES-023', [milieu, nuitee, ...dites])).toEqual(['2026-05-08 faite', '2026-05-08 faite-en-retard']);
  });
  it('hors de cette mesure, elle n’a pas de règle', () => expect(lire('MES-023', [PLACEMENT, nuitee])).toEqual([]));
});
