import { describe, expect, it } from 'vitest';
import { FAITS_INFORMATIONS } from '#modules/informations-preoccupantes/index.ts';
import { buildDossier, type FaitEcrit, getRegle, listDues, verifyRegles } from '#tests/support/dossier-essai.ts';
import { REGLES_EQUIPES_EVALUATION } from '../index.ts';

const QUALIFIEE = [
  { type: 'information-recue', date: '2026-02-20' },
  { type: 'information-qualifiee', date: '2026-02-26' },
];
const lire = (faits: readonly FaitEcrit[], jour = '2026-02-27', parametres = {}) =>
  listDues(getRegle(REGLES_EQUIPES_EVALUATION, 'IP-004'), buildDossier(faits, { jour, parametres }));

describe('L’information qualifiée est confiée à une équipe (CASF D226-2-4 I)', () => {
  it.each([
    ['2026-02-28', 'a-venir'],
    ['2026-03-01', 'aujourd-hui'],
    ['2026-03-02', 'en-retard'],
  ])('qualifiée le 26 février, à trois jours : vue le %s, %s', (jour, statut) => {
    expect(lire(QUALIFIEE, jour)).toEqual([`2026-03-01 ${statut}`]);
  });
  it('sans qualification, rien n’est à attribuer', () => {
    expect(lire(QUALIFIEE.slice(0, 1))).toEqual([]);
  });
  it('l’attribution la satisfait, la clôture l’éteint', () => {
    expect(lire([...QUALIFIEE, { type: 'evaluation-attribuee', date: '2026-03-02' }], '2026-03-03')).toEqual([
      '2026-03-01 faite-en-retard',
    ]);
    expect(lire([...QUALIFIEE, { type: 'information-close', date: '2026-02-27' }], '2026-03-03')).toEqual([
      '2026-03-01 eteinte',
    ]);
  });
  it('une évaluation commencée est attribuée, même si rien ne l’inscrit', () => {
    expect(lire([...QUALIFIEE, { type: 'evaluation-debutee', date: '2026-03-01' }], '2026-03-03')).toEqual([
      '2026-03-01 faite',
    ]);
  });
  it('le département règle le nombre de jours', () => {
    expect(lire(QUALIFIEE, '2026-02-27', { 'evaluation.attribution-jours': 5 })).toEqual(['2026-03-03 a-venir']);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse ces règles', () => {
  verifyRegles(REGLES_EQUIPES_EVALUATION, FAITS_INFORMATIONS);
});
