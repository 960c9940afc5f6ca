import { describe, expect, it } from 'vitest';
import { buildDossier, type FaitEcrit, getRegle, listDues, verifyRegles } from '#tests/support/dossier-essai.ts';
import { FAITS_BUDGET_EAJE } from '../faits.ts';
import { REGLES_LIGNE } from './obligations-ligne.ts';

const lire = (id: string, faits: readonly FaitEcrit[], jour = '2026-11-21', parametres = {}) =>
  listDues(getRegle(REGLES_LIGNE, id), buildDossier(faits, { jour, parametres }));
const ligne = (nature: string, plus = {}): FaitEcrit => ({
  ...{ type: 'ligne-budgetaire', date: '2026-01-01', ligne: 'l', nature, libelle: 'Ligne', budgetCentimes: 1000000 },
  ...plus,
});
const engagement = (date: string, centimes: number, plus = {}): FaitEcrit => ({
  ...{ type: 'engagement-creche', date, ligne: 'l', engagement: `${date} ${centimes}`, centimes },
  ...plus,
});
const arbitrage = (date: string, budgetCentimes: number): FaitEcrit => ({
  ...{ type: 'arbitrage-budgetaire', date, ligne: 'l', budgetCentimes },
});

describe('Une ligne qui dépassera son budget s’arbitre (DEP-02)', () => {
  // 6 000 € engagés au 1er juillet, 182 jours sur 365 : l'atterrissage est de 12 032,97 €.
  const partie = [ligne('PEDAGOGIE'), engagement('2026-07-01', 600000)];
  it.each([
    // Rien n'y était engagé depuis le 1er mars, soixantième jour : sous-consommée, jusqu'à cet engagement.
    ['2026-06-30', ['2026-03-16 en-retard']],
    ['2026-07-01', ['2026-07-16 a-venir']],
    ['2026-07-15', ['2026-07-16 a-venir']],
    ['2026-07-16', ['2026-07-16 aujourd-hui']],
    ['2026-07-17', ['2026-07-16 en-retard']],
  ])('vue le %s : %o', (jour, dues) => {
    expect(lire('DEP-02', partie, jour)).toEqual(dues);
  });
  it('le rythme baisse de lui-même : redescendue sous le seuil, elle ne doit plus rien', () => {
    // 600 000 × 365 / j > 1 050 000 tant que j < 208,57 : le 27 juillet est le 208e jour.
    expect(lire('DEP-02', partie, '2026-07-27')).toEqual(['2026-07-16 en-retard']);
    expect(lire('DEP-02', partie, '2026-07-28')).toEqual([]);
  });
  it('avant soixante jours le rythme ne dit rien ; le soixantième, si', () => {
    const tot = [ligne('PEDAGOGIE'), engagement('2026-01-10', 300000)];
    expect(lire('DEP-02', tot, '2026-02-28')).toEqual([]);
    expect(lire('DEP-02', tot, '2026-03-01')).toEqual(['2026-03-16 a-venir']);
  });
  it('arbitrée sans changer le budget, elle est faite et ne renaît pas ; arbitrée tard, en retard', () => {
    const assumee = [...partie, arbitrage('2026-07-10', 1000000), engagement('2026-07-12', 100000)];
    expect(lire('DEP-02', assumee, '2026-07-20')).toEqual(['2026-07-16 faite']);
    expect(lire('DEP-02', [...partie, arbitrage('2026-07-20', 1000000)], '2026-07-21')).toEqual([
      '2026-07-16 faite-en-retard',
    ]);
  });
  it('le budget changé, le passé garde le sien ; une nouvelle dérive est une nouvelle échéance', () => {
    const modifiee = [...partie, arbitrage('2026-07-10', 1300000)];
    expect(lire('DEP-02', modifiee, '2026-07-20')).toEqual(['2026-07-16 faite']);
    const encore = [...modifiee, engagement('2026-09-01', 500000)];
    expect(lire('DEP-02', encore, '2026-09-02')).toEqual(['2026-07-16 faite', '2026-09-16 a-venir']);
  });
  describe('sous-consommée', () => {
    // 1 500 € au 1er février : 1 500 × 365 / j passe sous 8 000 au soixante-neuvième jour, le 10 mars, sans que personne n'écrive.
    const calme = [ligne('PEDAGOGIE'), engagement('2026-02-01', 150000)];
    it.each([
      ['2026-03-09', []],
      ['2026-03-10', ['2026-03-25 a-venir']],
      ['2026-03-25', ['2026-03-25 aujourd-hui']],
      ['2026-03-26', ['2026-03-25 en-retard']],
      ['2026-12-31', ['2026-03-25 en-retard']],
      ['2027-01-01', ['2026-03-25 eteinte']],
    ])('vue le %s : %o', (jour, dues) => {
      expect(lire('DEP-02', calme, jour)).toEqual(dues);
    });
    it('une dépense l’en relève ; le rythme qui baisse encore la fait due une autre fois', () => {
      // 2 200 × 365 / j passe sous 8 000 au cent unième jour, le 11 avril.
      const relevee = [...calme, engagement('2026-03-20', 70000)];
      expect(lire('DEP-02', relevee, '2026-03-20')).toEqual([]);
      expect(lire('DEP-02', relevee, '2026-04-10')).toEqual([]);
      expect(lire('DEP-02', relevee, '2026-04-11')).toEqual(['2026-04-26 a-venir']);
    });
    it('assumée ou son budget baissé, elle est faite et ne renaît pas', () => {
      for (const budget of [1000000, 730000]) {
        expect(lire('DEP-02', [...calme, arbitrage('2026-03-15', budget)], '2026-03-20')).toEqual(['2026-03-25 faite']);
      }
    });
    it('un seuil bas à zéro n’en fait jamais devoir', () => {
      expect(lire('DEP-02', [ligne('PEDAGOGIE')], '2026-06-01', { 'creches.budget-seuil-bas': 0 })).toEqual([]);
    });
  });
  it('l’exercice fini, il n’est plus temps', () => {
    const finie = [ligne('PEDAGOGIE'), engagement('2026-12-01', 1100000)];
    expect(lire('DEP-02', finie, '2026-12-31')).toEqual(['2026-12-16 en-retard']);
    expect(lire('DEP-02', finie, '2027-01-01')).toEqual(['2026-12-16 eteinte']);
  });
  it('suit les seuils et le délai que règle le département', () => {
    const regle = { 'creches.budget-seuil-haut': 150, 'creches.budget-arbitrage-jours': 3 };
    expect(lire('DEP-02', partie, '2026-07-01', regle)).toEqual([]);
    expect(lire('DEP-02', partie, '2026-07-01', { 'creches.budget-arbitrage-jours': 3 })).toEqual([
      '2026-07-04 a-venir',
    ]);
  });
  it('un engagement de tout l’exercice ne fait rien prévoir de plus', () => {
    expect(
      lire('DEP-02', [ligne('MENAGE'), engagement('2026-01-02', 1000000, { pourExercice: true })], '2026-06-01'),
    ).toEqual([]);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse ces règles', () => {
  verifyRegles(REGLES_LIGNE, FAITS_BUDGET_EAJE);
});
