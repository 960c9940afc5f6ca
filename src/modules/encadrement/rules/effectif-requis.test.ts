import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import type { Agregation, Methode } from '../prevision.ts';
import { getBareme } from './bareme.ts';
import { computeEffectifRequis, computeEffectifSortie, computeManquants, type Presents } from './effectif-requis.ts';

const BAREME = getBareme(jourCivil('2026-11-23'));

function computeTotal(
  methode: Methode,
  places: number,
  groupes: readonly Presents[],
  agregation: Agregation = 'ETABLISSEMENT',
) {
  return computeEffectifRequis({ methode, agregation, places }, groupes, BAREME);
}

describe('l’effectif requis (R2324-43, R2324-43-1, R2324-46-4 du CSP)', () => {
  it.each([
    { vecteur: 'V-ENC-01', nm: 10, m: 24, places: 40, cinqHuit: 5, unPourSix: 6, cat1: 1 },
    { vecteur: 'V-ENC-02', nm: 7, m: 10, places: 24, cinqHuit: 3, unPourSix: 3, cat1: 0 },
    { vecteur: 'V-ENC-03', nm: 0, m: 3, places: 60, cinqHuit: 2, unPourSix: 2, cat1: 1 },
    { vecteur: 'V-ENC-04', nm: 15, m: 54, places: 60, cinqHuit: 10, unPourSix: 12, cat1: 1 },
    { vecteur: 'V-ENC-05', nm: 5, m: 8, places: 20, cinqHuit: 2, unPourSix: 3, cat1: 0 },
    { vecteur: 'V-ENC-06', nm: 6, m: 0, places: 30, cinqHuit: 2, unPourSix: 2, cat1: 1 },
    { vecteur: 'V-ENC-07', nm: 0, m: 17, places: 30, cinqHuit: 3, unPourSix: 3, cat1: 1 },
    { vecteur: 'V-ENC-07 bis', nm: 0, m: 16, places: 30, cinqHuit: 2, unPourSix: 3, cat1: 1 },
    { vecteur: 'V-ENC-08', nm: 20, m: 40, places: 60, cinqHuit: 9, unPourSix: 10, cat1: 1 },
    { vecteur: 'V-ENC-09', nm: 1, m: 2, places: 12, cinqHuit: 1, unPourSix: 1, cat1: 0 },
    { vecteur: 'V-ENC-10', nm: 0, m: 0, places: 60, cinqHuit: 0, unPourSix: 0, cat1: 0 },
  ])('$vecteur : $nm non-marcheurs et $m marcheurs, $places places → $cinqHuit ou $unPourSix', (cas) => {
    const presents = [{ nm: cas.nm, m: cas.m }];
    expect(computeTotal('CINQ_HUIT', cas.places, presents)).toEqual({ total: cas.cinqHuit, cat1: cas.cat1 });
    expect(computeTotal('UN_POUR_SIX', cas.places, presents)).toEqual({ total: cas.unPourSix, cat1: cas.cat1 });
  });

  it('arrondi section par section, demande davantage (V-ENC-02 : 4 au lieu de 3)', () => {
    const sections = [
      { nm: 7, m: 0 },
      { nm: 0, m: 10 },
    ];
    expect(computeTotal('CINQ_HUIT', 24, sections).total).toBe(3);
    expect(computeTotal('CINQ_HUIT', 24, sections, 'UNITE').total).toBe(4);
  });

  it('d’une micro-crèche, passe de un à deux au quatrième enfant (CAP-11b)', () => {
    expect(computeTotal('CINQ_HUIT', 12, [{ nm: 3, m: 0 }]).total).toBe(1);
    expect(computeTotal('CINQ_HUIT', 12, [{ nm: 4, m: 0 }]).total).toBe(2);
    expect(computeTotal('CINQ_HUIT', 13, [{ nm: 3, m: 0 }]).total).toBe(2);
  });

  it('d’une micro-crèche à trois enfants, tient à un seul de catégorie 1, jamais à un seul de catégorie 2 (CAP-11b)', () => {
    const { total, cat1 } = computeTotal('CINQ_HUIT', 12, [{ nm: 3, m: 0 }]);
    expect(computeManquants(total, cat1, 1, 1)).toBe(0);
    expect(computeManquants(total, cat1, 1, 0)).toBe(1);
    expect(computeManquants(total, cat1, 2, 0)).toBe(0);
    expect(computeManquants(total, cat1, 0, 0)).toBe(1);
  });

  it('exige une catégorie 1 au-delà de vingt-quatre places seulement (CAP-11)', () => {
    expect(computeTotal('UN_POUR_SIX', 24, [{ nm: 1, m: 0 }]).cat1).toBe(0);
    expect(computeTotal('UN_POUR_SIX', 25, [{ nm: 1, m: 0 }]).cat1).toBe(1);
  });
});

describe('sans autorisation connue', () => {
  it('il en faut deux dont un de catégorie 1, sur place comme en sortie : le doute va à l’enfant', () => {
    expect(computeTotal('CINQ_HUIT', 0, [{ nm: 1, m: 0 }])).toEqual({ total: 2, cat1: 1 });
    expect(computeEffectifSortie(3, 0, BAREME)).toEqual({ total: 2, cat1: 1 });
    expect(computeTotal('CINQ_HUIT', 0, [{ nm: 0, m: 0 }])).toEqual({ total: 0, cat1: 0 });
  });
});

describe('la journée type d’une crèche de 40 places', () => {
  it.each([
    ['7 h 30', 2, 4, 2, 2],
    ['8 h', 5, 10, 3, 3],
    ['8 h 30', 9, 18, 5, 5],
    ['9 h', 11, 25, 6, 6],
    ['10 h', 12, 28, 6, 7],
    ['16 h', 12, 27, 6, 7],
    ['16 h 30', 11, 24, 6, 6],
    ['17 h', 8, 18, 4, 5],
    ['17 h 30', 5, 12, 3, 3],
    ['18 h', 2, 6, 2, 2],
    ['18 h 15', 1, 2, 2, 2],
  ])(
    'à %s, %i non-marcheurs et %i marcheurs demandent %i ou %i professionnels',
    (_heure, nm, m, cinqHuit, unPourSix) => {
      expect(computeTotal('CINQ_HUIT', 40, [{ nm, m }]).total).toBe(cinqHuit);
      expect(computeTotal('UN_POUR_SIX', 40, [{ nm, m }]).total).toBe(unPourSix);
    },
  );
});

describe('une sortie (R2324-43-2 du CSP)', () => {
  it('V-ENC-11 : onze enfants en demandent trois', () => {
    expect(computeEffectifSortie(11, 24, BAREME)).toEqual({ total: 3, cat1: 0 });
  });
  it('V-ENC-12 : quatre enfants en demandent deux, et une catégorie 1 au-delà de 24 places', () => {
    expect(computeEffectifSortie(4, 60, BAREME)).toEqual({ total: 2, cat1: 1 });
    expect(computeEffectifSortie(0, 60, BAREME)).toEqual({ total: 0, cat1: 0 });
  });
});

describe('quelles que soient les sections', () => {
  const enfants = fc.record({ nm: fc.nat(40), m: fc.nat(40) });
  const groupes = fc.array(enfants, { minLength: 1, maxLength: 6 });
  const methode = fc.constantFrom<Methode>('UN_POUR_SIX', 'CINQ_HUIT');
  const agregation = fc.constantFrom<Agregation>('ETABLISSEMENT', 'UNITE');
  const places = fc.integer({ min: 1, max: 200 });

  it('un enfant de plus n’en demande jamais moins', () => {
    fc.assert(
      fc.property(methode, agregation, places, groupes, fc.boolean(), (choix, arrondi, capacite, sections, marche) => {
        const avant = computeTotal(choix, capacite, sections, arrondi);
        const [premiere = { nm: 0, m: 0 }, ...autres] = sections;
        const plus = marche ? { ...premiere, m: premiere.m + 1 } : { ...premiere, nm: premiere.nm + 1 };
        const apres = computeTotal(choix, capacite, [plus, ...autres], arrondi);
        expect(apres.total).toBeGreaterThanOrEqual(avant.total);
        expect(apres.cat1).toBeGreaterThanOrEqual(avant.cat1);
      }),
    );
  });

  it('arrondir par section ne demande jamais moins', () => {
    fc.assert(
      fc.property(methode, places, groupes, (choix, capacite, sections) => {
        expect(computeTotal(choix, capacite, sections, 'UNITE').total).toBeGreaterThanOrEqual(
          computeTotal(choix, capacite, sections).total,
        );
      }),
    );
  });
});
