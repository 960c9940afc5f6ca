import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues, verifyRegles } from '#tests/support/dossier-essai.ts';
import { FAITS_ACCES, REGLES_ACCES } from '../index.ts';

const OUVERT = { type: 'dossier-ouvert', date: '2028-02-20' };
const mission = (date: string, au?: string) => ({ type: 'mission-referent', date, ...(au ? { au } : {}) });
const lire = (faits: readonly FaitEcrit[], jour = '2028-03-01') =>
  listDues(getRegle(REGLES_ACCES, 'CON-002'), buildDossier(faits, { jour }));

describe('Un enfant suivi ne reste pas plus de quinze jours sans référent (CON-002, pratique)', () => {
  it.each([
    ['2028-03-05', 'a-venir'],
    ['2028-03-06', 'aujourd-hui'],
    ['2028-03-07', 'en-retard'],
  ])('dossier ouvert le 20 février d’une année bissextile, vu le %s : %s', (jour, statut) => {
    expect(lire([OUVERT], jour)).toEqual([`2028-03-06 ${statut}`]);
  });
  it('nommé le jour de l’ouverture, rien n’est dû ; plus tard, c’est fait', () => {
    expect(lire([OUVERT, mission('2028-02-20')])).toEqual([]);
    expect(lire([OUVERT, mission('2028-02-25')])).toEqual(['2028-03-06 faite']);
  });
  it('la mission finie sans suite fait courir le délai du lendemain', () => {
    expect(lire([OUVERT, mission('2028-02-20', '2028-02-28')])).toEqual(['2028-03-15 a-venir']);
  });
  it('deux missions qui se suivent ou se chevauchent ne laissent pas de jour vide', () => {
    expect(lire([OUVERT, mission('2028-02-20', '2028-02-28'), mission('2028-02-29')])).toEqual([]);
    expect(lire([OUVERT, mission('2028-02-20', '2028-02-28'), mission('2028-02-22', '2028-02-24')])).toEqual([
      '2028-03-15 a-venir',
    ]);
  });
  it('la clôture du dossier l’éteint, la réouverture la fait renaître', () => {
    const clos = { type: 'dossier-clos', date: '2028-02-25' };
    expect(lire([OUVERT, clos])).toEqual(['2028-03-06 eteinte']);
    expect(lire([OUVERT, clos, { ...OUVERT, date: '2028-02-28' }])).toEqual([
      '2028-03-06 eteinte',
      '2028-03-14 a-venir',
    ]);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse cette règle', () => {
  verifyRegles(REGLES_ACCES, FAITS_ACCES);
});
