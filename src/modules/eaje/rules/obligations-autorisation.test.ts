import { describe, expect, it } from 'vitest';
import type { Dossier } from '#shared/obligation.ts';
import { buildDossier, type FaitEcrit, getRegle, listDues, verifyRegles } from '#tests/support/dossier-essai.ts';
import { FAITS_EAJE, REGLES_EAJE } from '../index.ts';

const autorisation = (date: string, au?: string) => ({ type: 'autorisation-creche', date, ...(au ? { au } : {}) });
const lire = (sorte: 'terme' | 'engager', faits: readonly FaitEcrit[], jour = '2026-11-21', parametres = {}) => {
  const { list, ...regle } = getRegle(REGLES_EAJE, 'CAP-03');
  const deLaSorte = { ...regle, list: (dossier: Dossier) => list(dossier).filter(({ cle }) => cle.endsWith(sorte)) };
  return listDues(deLaSorte, buildDossier(faits, { jour, parametres }));
};

describe('L’autorisation d’une crèche vaut quinze ans (CAP-03)', () => {
  it.each([
    ['2027-02-28', 'a-venir'],
    ['2027-03-01', 'aujourd-hui'],
    ['2027-03-02', 'en-retard'],
  ])('autorisée le 2 mars 2012, vue le %s : %s', (jour, statut) => {
    expect(lire('terme', [autorisation('2012-03-02')], jour)).toEqual([`2027-03-01 ${statut}`]);
  });
  it('autorisée un 29 février, elle finit quinze ans après, le 27 février', () => {
    expect(lire('terme', [autorisation('2012-02-29')])).toEqual(['2027-02-27 a-venir']);
  });
  it('un arrêté plus court finit à son jour ; un arrêté plus long, à quinze ans', () => {
    expect(lire('terme', [autorisation('2020-01-01', '2027-06-30')])).toEqual(['2027-06-30 a-venir']);
    expect(lire('terme', [autorisation('2020-01-01', '2050-12-31')])).toEqual(['2034-12-31 a-venir']);
  });
  it('une extension la renouvelle : la première est satisfaite, quinze ans courent de la seconde', () => {
    expect(lire('terme', [autorisation('2015-09-01', '2022-08-31'), autorisation('2022-09-01')])).toEqual([
      '2030-08-31 faite',
      '2037-08-31 a-venir',
    ]);
  });
  it('renouvelée après son terme, elle a été faite en retard', () => {
    expect(lire('terme', [autorisation('2010-01-01', '2024-12-31'), autorisation('2025-02-01')])).toEqual([
      '2024-12-31 faite-en-retard',
      '2040-01-31 a-venir',
    ]);
  });
});

describe('Le renouvellement s’engage avant le terme (CAP-03, pratique)', () => {
  it('dix-huit mois avant, ou ce que le département a réglé', () => {
    expect(lire('engager', [autorisation('2012-09-01')])).toEqual(['2026-02-28 en-retard']);
    expect(lire('engager', [autorisation('2012-09-01')], '2026-11-21', { 'creches.renouvellement-mois': 6 })).toEqual([
      '2027-02-28 a-venir',
    ]);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse ces règles', () => {
  verifyRegles(REGLES_EAJE, FAITS_EAJE);
});
