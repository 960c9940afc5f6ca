import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAITS_MESURES } from '#modules/mesures/index.ts';
import {
  buildDossier,
  drawDossier,
  type FaitEcrit,
  getRegle,
  listDues,
  verifyRegles,
} from '#tests/support/dossier-essai.ts';
import { FAITS_AUDIENCES, REGLES_AUDIENCES } from '../index.ts';
import { REGLES_PREPARATION } from './preparation.ts';

const AUDIENCE = { type: 'audience', date: '2026-09-15' };
const lire = (id: string, faits: readonly FaitEcrit[], jour = '2026-06-01', parametres = {}) =>
  listDues(getRegle(REGLES_PREPARATION, id), buildDossier(faits, { jour, parametres }));
const libelles = (nature: string) =>
  ['PRE-001', 'PRE-003'].flatMap((id) =>
    getRegle(REGLES_PREPARATION, id)
      .list(buildDossier([{ ...AUDIENCE, nature }], { jour: '2026-06-01' }))
      .map(({ libelle }) => libelle),
  );
const tenu = (jalon: string, date: string, plus = {}) => ({ type: 'preparation-audience', jalon, date, ...plus });

describe('Une audience se prépare à rebours, jalon par jalon (usage)', () => {
  it('90, 60, 45 et 30 jours avant, devant le juge des enfants', () => {
    expect(lire('PRE-001', [AUDIENCE])).toEqual(['2026-06-17 a-venir', '2026-07-17 a-venir']);
    expect(lire('PRE-003', [AUDIENCE])).toEqual(['2026-08-01 a-venir', '2026-08-16 a-venir']);
  });
  it('le département règle chaque jalon', () => {
    const reglages = { 'audience.bilan-jours': 80, 'audience.envoi-jours': 15 };
    expect(lire('PRE-001', [AUDIENCE], '2026-06-01', reglages)).toContain('2026-06-27 a-venir');
    expect(lire('PRE-003', [AUDIENCE], '2026-06-01', reglages)).toContain('2026-08-31 a-venir');
  });
  it('chaque autorité a sa préparation', () => {
    expect(libelles('juge')).toContain('Rencontrer l’enfant et les parents, recueillir leurs avis');
    expect(libelles('penal')).toEqual([
      'Vérifier l’administrateur ad hoc et l’avocat',
      'Préparer l’enfant',
      'Constituer la partie civile',
    ]);
    expect(libelles('conseil-de-famille')).toContain('Écrire le projet de vie');
  });
  it('ce qui précède le jour où l’on a su l’audience n’est pas demandé', () => {
    const sue = [AUDIENCE, { type: 'convocation', date: '2026-08-01' }];
    expect(lire('PRE-001', sue, '2026-08-10')).toEqual([]);
    expect(lire('PRE-003', sue, '2026-08-10')).toEqual(['2026-08-01 en-retard', '2026-08-16 a-venir']);
  });
  it.each([
    ['2026-06-16', 'faite'],
    ['2026-06-17', 'faite'],
    ['2026-06-18', 'faite-en-retard'],
  ])('le bilan inscrit le %s : %s ; la rencontre reste due', (date, statut) =>
    expect(lire('PRE-001', [AUDIENCE, tenu('bilan', date)], '2026-07-01')).toEqual([
      `2026-06-17 ${statut}`,
      '2026-07-17 a-venir',
    ]),
  );
  it('un jalon vaut pour l’audience qui le suit, devant la même autorité', () => {
    const rencontre = tenu('rencontre', '2026-09-20');
    const suivante = { type: 'audience', date: '2026-12-15' };
    expect(lire('PRE-001', [AUDIENCE, suivante, rencontre], '2026-09-21')).toEqual([
      '2026-06-17 eteinte',
      '2026-07-17 eteinte',
      '2026-09-16 en-retard',
      '2026-10-16 faite',
    ]);
    const enAppel = tenu('bilan', '2026-06-10', { nature: 'cour-d-appel' });
    expect(lire('PRE-001', [AUDIENCE, enAppel], '2026-06-18')).toEqual(['2026-06-17 en-retard', '2026-07-17 a-venir']);
    expect(lire('PRE-001', [{ ...AUDIENCE, nature: 'cour-d-appel' }, enAppel], '2026-06-18')).toEqual([
      '2026-06-17 faite',
      '2026-07-17 a-venir',
    ]);
  });
  it('l’envoi satisfait la rédaction et lui-même ; l’audience passée éteint le reste', () => {
    const faits = [AUDIENCE, { type: 'rapport-audience', date: '2026-08-10' }];
    expect(lire('PRE-003', faits, '2026-09-16')).toEqual(['2026-08-01 faite-en-retard', '2026-08-16 faite']);
    expect(lire('PRE-001', faits, '2026-09-16')).toEqual(['2026-06-17 eteinte', '2026-07-17 eteinte']);
  });
});

it('la présence s’arrête huit jours avant (AUD-013, usage)', () => {
  expect(lire('AUD-013', [AUDIENCE])).toEqual(['2026-09-07 a-venir']);
  expect(lire('AUD-013', [AUDIENCE], '2026-06-01', { 'audience.presence-jours': 15 })).toEqual(['2026-08-31 a-venir']);
  expect(lire('AUD-013', [AUDIENCE, tenu('presence', '2026-09-07')], '2026-09-10')).toEqual(['2026-09-07 faite']);
  expect(lire('AUD-013', [AUDIENCE, tenu('presence', '2026-09-08')], '2026-09-10')).toEqual([
    '2026-09-07 faite-en-retard',
  ]);
  expect(lire('AUD-013', [AUDIENCE, tenu('bilan', '2026-09-01')], '2026-09-08')).toEqual(['2026-09-07 en-retard']);
});

describe('La décision rendue à l’audience s’inscrit dans les huit jours (CPC 1190, usage)', () => {
  const decision = { type: 'decision', mesure: 'm1', code: 'AEMO', date: '2026-09-15' };
  it('de l’audience tenue à la décision', () => {
    expect(lire('PRE-002', [AUDIENCE])).toEqual([]);
    expect(lire('PRE-002', [AUDIENCE], '2026-09-15')).toEqual(['2026-09-23 a-venir']);
    expect(lire('PRE-002', [AUDIENCE, decision], '2026-09-20')).toEqual(['2026-09-23 faite']);
  });
  it('une audience renvoyée n’en appelle pas, une audience suivante l’éteint', () => {
    expect(lire('PRE-002', [{ ...AUDIENCE, tenue: false }], '2026-09-20')).toEqual([]);
    const suivante = { type: 'audience', date: '2026-10-15' };
    expect(lire('PRE-002', [AUDIENCE, suivante], '2026-10-16')).toEqual(['2026-09-23 eteinte', '2026-10-23 a-venir']);
  });
});

describe('Les règles des audiences', () => {
  const faits = [...FAITS_AUDIENCES, ...FAITS_MESURES];
  it('ne cassent sur aucun fait, s’expliquent toujours et ne doivent pas deux fois la même chose', () =>
    verifyRegles(REGLES_AUDIENCES, faits));
  it('n’alertent jamais : elles informent', () =>
    fc.assert(
      fc.property(drawDossier(faits), (dossier) => {
        for (const { id, gravite, list } of REGLES_AUDIENCES) {
          const graves = list(dossier).filter((obligation) => (obligation.gravite ?? gravite) !== 'information');
          expect(graves, id).toEqual([]);
        }
      }),
      { numRuns: 100 },
    ));
});
