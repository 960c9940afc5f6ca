import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues, verifyRegles } from '#tests/support/dossier-essai.ts';
import { FAITS_TRAVAUX_EAJE } from '../faits.ts';
import { REGLES_TRAVAUX_EAJE } from './obligations.ts';

const lire = (id: string, fait: FaitEcrit, jour = '2026-11-21', parametres = {}) =>
  listDues(getRegle(REGLES_TRAVAUX_EAJE, id), buildDossier([fait], { jour, parametres }));
const travaux = (plus = {}) => ({
  ...{ type: 'travaux-creche', date: '2026-10-01', autorisation: true, gel: true },
  ...{ valideLe: '2026-11-20', programmeLe: '2026-11-20', debut: '2026-12-20', reouverturePrevue: '2027-01-10' },
  ...plus,
});
const SANS_DATE = { programmeLe: undefined, debut: undefined, reouverturePrevue: undefined };

describe('Le président est informé sans délai de ce qui touche l’autorisation (CSP R2324-24, EVT-03)', () => {
  it.each([
    ['2026-11-19', 'a-venir'],
    ['2026-11-20', 'aujourd-hui'],
    ['2026-11-21', 'en-retard'],
  ])('validés le 20 novembre, vus le %s : %s', (jour, statut) => {
    expect(lire('EVT-03', travaux(), jour)).toEqual([`2026-11-20 ${statut}`]);
  });
  it('informé le jour même ou avant, c’est fait ; le lendemain, en retard', () => {
    expect(lire('EVT-03', travaux({ pcdLe: '2026-11-20' }))).toEqual(['2026-11-20 faite']);
    expect(lire('EVT-03', travaux({ pcdLe: '2026-11-10' }))).toEqual(['2026-11-20 faite']);
    expect(lire('EVT-03', travaux({ pcdLe: '2026-11-21' }))).toEqual(['2026-11-20 faite-en-retard']);
  });
  it('rien tant que rien n’est validé, ni quand l’autorisation n’est pas touchée ; un abandon l’éteint', () => {
    expect(lire('EVT-03', travaux({ valideLe: undefined }))).toEqual([]);
    expect(lire('EVT-03', travaux({ autorisation: false }))).toEqual([]);
    expect(lire('EVT-03', travaux({ abandonneLe: '2026-11-21' }))).toEqual(['2026-11-20 eteinte']);
  });
});

describe('Les familles le savent trente jours avant, ce que le département règle (TRV-02, à confirmer)', () => {
  it.each([
    ['2026-11-19', 'a-venir'],
    ['2026-11-20', 'aujourd-hui'],
    ['2026-11-21', 'en-retard'],
  ])('début le 20 décembre, vu le %s : %s', (jour, statut) => {
    expect(lire('TRV-02', travaux(), jour)).toEqual([`2026-11-20 ${statut}`]);
  });
  it('le préavis du département vaut', () => {
    expect(lire('TRV-02', travaux(), '2026-11-21', { 'creches.travaux-familles-jours': 15 })).toEqual([
      '2026-12-05 a-venir',
    ]);
  });
  it('prévenues à temps, trop tard, ou jamais', () => {
    expect(lire('TRV-02', travaux({ famillesLe: '2026-11-20' }))).toEqual(['2026-11-20 faite']);
    expect(lire('TRV-02', travaux({ famillesLe: '2026-11-21' }))).toEqual(['2026-11-20 faite-en-retard']);
    expect(lire('TRV-02', travaux({ rouvertLe: '2027-01-10' }), '2027-02-01')).toEqual(['2026-11-20 eteinte']);
  });
  it('rien si aucune place n’est gelée, ni avant la programmation', () => {
    expect(lire('TRV-02', travaux({ gel: false }))).toEqual([]);
    expect(lire('TRV-02', travaux(SANS_DATE))).toEqual([]);
  });
});

describe('La crèche rouvre au jour prévu (TRV-03)', () => {
  it.each([
    ['2027-01-09', 'a-venir'],
    ['2027-01-10', 'aujourd-hui'],
    ['2027-01-11', 'en-retard'],
  ])('prévue le 10 janvier, vue le %s : %s', (jour, statut) => {
    expect(lire('TRV-03', travaux(), jour)).toEqual([`2027-01-10 ${statut}`]);
  });
  it('rouverte, c’est fait ; abandonnés, il n’y a rien à rouvrir', () => {
    expect(lire('TRV-03', travaux({ rouvertLe: '2027-01-10' }))).toEqual(['2027-01-10 faite']);
    expect(lire('TRV-03', travaux({ rouvertLe: '2027-01-12' }))).toEqual(['2027-01-10 faite-en-retard']);
    expect(lire('TRV-03', travaux({ abandonneLe: '2026-12-01' }))).toEqual(['2027-01-10 eteinte']);
    expect(lire('TRV-03', travaux(SANS_DATE))).toEqual([]);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse ces règles', () => {
  verifyRegles(REGLES_TRAVAUX_EAJE, FAITS_TRAVAUX_EAJE);
});
