import { describe, expect, it } from 'vitest';
import { FAITS_INFORMATIONS } from '#modules/informations-preoccupantes/index.ts';
import { buildDossier, type FaitEcrit, getRegle, listDues, verifyRegles } from '#tests/support/dossier-essai.ts';
import { REGLES_SUITES } from '../index.ts';

const RECUE = { type: 'information-recue', date: '2026-08-31' };
const lire = (id: string, faits: readonly FaitEcrit[], jour = '2026-09-20') =>
  listDues(getRegle(REGLES_SUITES, id), buildDossier(faits, { jour, ne: null }));
const dite = (objet: string, date: string, plus = {}) => ({
  type: 'information-donnee',
  objet,
  aQui: objet === 'source' ? 'source' : 'titulaires',
  date,
  ...plus,
});

describe('La source est informée des suites dans les trois mois (CASF L226-5)', () => {
  it.each([
    ['2026-11-29', 'a-venir'],
    ['2026-11-30', 'aujourd-hui'],
    ['2026-12-01', 'en-retard'],
  ])('le professionnel, de sa transmission du 31 août : vue le %s (al. 1)', (jour, statut) => {
    expect(lire('IP-024', [RECUE], jour)).toEqual([`2026-11-30 ${statut}`]);
  });
  it('le particulier, de sa demande ; sans demande, rien ; un anonyme, rien (al. 2)', () => {
    const particulier = { ...RECUE, categorie: 'particulier' };
    expect(lire('IP-025', [{ ...particulier, suitesDemandeesLe: '2026-11-29' }])).toEqual(['2027-02-28 a-venir']);
    for (const recue of [particulier, { ...RECUE, categorie: 'anonyme', suitesDemandeesLe: '2026-11-29' }])
      expect([...lire('IP-024', [recue]), ...lire('IP-025', [recue])]).toEqual([]);
  });
  it.each([
    ['IP-024', 'professionnel', '2022-02-08', 0],
    ['IP-024', 'professionnel', '2022-02-09', 1],
    ['IP-025', 'particulier', '2022-12-30', 0],
    ['IP-025', 'particulier', '2022-12-31', 1],
  ])('%s vaut de part et d’autre de sa date d’effet : %s, le %s', (id, categorie, date, nombre) => {
    expect(lire(id, [{ type: 'information-recue', date, categorie, suitesDemandeesLe: date }])).toHaveLength(nombre);
  });
  it('ce qui est dit la satisfait, et reste dû après la clôture', () => {
    expect(lire('IP-024', [RECUE, dite('source', '2026-11-30')], '2027-01-01')).toEqual(['2026-11-30 faite']);
    expect(lire('IP-024', [RECUE, { type: 'information-close', date: '2026-09-02', etat: 'hors-ip' }])).toEqual([
      '2026-11-30 a-venir',
    ]);
  });
});

describe('Les parents sont informés', () => {
  it('de l’évaluation, du premier acte ou à défaut de l’attribution (CASF D226-2-6 I)', () => {
    const attribuee = { type: 'evaluation-attribuee', date: '2026-09-05' };
    expect(lire('IP-015', [RECUE, attribuee])).toEqual(['2026-09-05 en-retard']);
    expect(lire('IP-015', [RECUE, attribuee, { type: 'evaluation-debutee', date: '2026-09-10' }])).toEqual([
      '2026-09-10 en-retard',
    ]);
    expect(lire('IP-015', [RECUE, attribuee, dite('ouverture', '2026-09-05')])).toEqual(['2026-09-05 faite']);
  });
  it('des conclusions, une fois les suites décidées (CASF D226-2-7, à confirmer)', () => {
    expect(lire('IP-022', [RECUE])).toEqual([]);
    expect(lire('IP-022', [RECUE, { type: 'decision-suites', date: '2026-09-20' }])).toEqual([
      '2026-09-20 aujourd-hui',
    ]);
  });
  it('par écrit de chaque saisine partie (CASF L226-5, al. 3)', () => {
    const envoi = (signalement: string, date: string) => ({ type: 'signalement-envoye', signalement, date });
    const faits = [RECUE, envoi('a', '2026-09-02'), envoi('b', '2026-09-20')];
    expect(lire('IP-023', faits)).toEqual(['2026-09-02 en-retard', '2026-09-20 aujourd-hui']);
    expect(lire('IP-023', [...faits, dite('saisine', '2026-09-20', { signalement: 'a' })])).toEqual([
      '2026-09-02 faite-en-retard',
      '2026-09-20 aujourd-hui',
    ]);
    expect(lire('IP-023', [...faits, dite('saisine', '2026-09-20')])).toEqual([
      '2026-09-02 en-retard',
      '2026-09-20 faite',
    ]);
  });
});

describe('Les suites se décident sur le rapport validé (CASF D226-2-4, à confirmer)', () => {
  const valide = { type: 'rapport-valide', date: '2026-09-18' };
  it('le terme de l’évaluation sert de repère', () => {
    expect(lire('IP-021', [RECUE])).toEqual([]);
    expect(lire('IP-021', [RECUE, valide])).toEqual(['2026-11-30 a-venir']);
    expect(lire('IP-021', [RECUE, valide, { type: 'decision-suites', date: '2026-09-19' }])).toEqual([
      '2026-11-30 faite',
    ]);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse ces règles', () => {
  verifyRegles(REGLES_SUITES, FAITS_INFORMATIONS);
});
