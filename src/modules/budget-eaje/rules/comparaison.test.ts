import { describe, expect, it } from 'vitest';
import { formatFraction, fraction } from '#shared/fraction.ts';
import { type CrecheComparable, computeComparaison, computeMediane } from './comparaison.ts';

const creche = (plus: Partial<CrecheComparable>): CrecheComparable => ({
  ...{ categorie: 'GRANDE', depenseCentimes: 400000, places: 40, minutesRealisees: 60000 },
  ...plus,
});
const lire = (creches: readonly CrecheComparable[]) =>
  computeComparaison(creches).map(({ place, heure }) =>
    [place, heure].map(({ centimes, ecart }) =>
      [centimes, ecart].map((f) => (f === null ? null : formatFraction(f, 2))).join(' / '),
    ),
  );

describe('dépense par place et par heure réalisée, face à la médiane (DEP-03)', () => {
  it('la médiane, pas la moyenne : une crèche hors norme ne déplace pas les autres', () => {
    const trois = [creche({}), creche({ depenseCentimes: 440000 }), creche({ depenseCentimes: 4000000 })];
    expect(lire(trois)).toEqual([
      ['10\u202f000,00 / −9,09', '400,00 / −9,09'],
      ['11\u202f000,00 / 0,00', '440,00 / 0,00'],
      ['100\u202f000,00 / 809,09', '4\u202f000,00 / 809,09'],
    ]);
  });
  it('seulement entre crèches de même catégorie, et à trois au moins', () => {
    expect(lire([creche({}), creche({}), creche({ categorie: 'MICRO' })])).toEqual([
      ['10\u202f000,00 / ', '400,00 / '],
      ['10\u202f000,00 / ', '400,00 / '],
      ['10\u202f000,00 / ', '400,00 / '],
    ]);
  });
  it('sans place ou sans heure, pas de ratio, et les pairs n’en tiennent pas compte', () => {
    const vus = lire([creche({ places: 0 }), creche({ minutesRealisees: 0 }), creche({}), creche({}), creche({})]);
    expect(vus[0]).toEqual([' / ', '400,00 / 0,00']);
    expect(vus[1]).toEqual(['10\u202f000,00 / 0,00', ' / ']);
  });
  it('une médiane nulle ne divise rien', () => {
    const vide = creche({ depenseCentimes: 0 });
    expect(lire([vide, vide, vide])[0]).toEqual(['0,00 / ', '0,00 / ']);
  });
  it.each([
    [[], null],
    [[5], '5,00'],
    [[5, 1, 9], '5,00'],
    [[9, 1, 5, 6], '5,50'],
  ])('la médiane de %o est %s', (valeurs, attendue) => {
    const mediane = computeMediane(valeurs.map((v) => fraction(v)));
    expect(mediane && formatFraction(mediane)).toBe(attendue);
  });
});
