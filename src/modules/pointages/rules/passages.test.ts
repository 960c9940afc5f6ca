import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOUTES, type Passage, type ReglesDuJour, type Sens } from '../pointage.ts';
import { computePresencesDesPassages } from './passages.ts';

const REGLES: ReglesDuJour = { double: 5, ouvre: 450, isOuverte: true, isFini: true };
const h = (heures: number, minutes = 0) => heures * 60 + minutes;
const passages = (...lus: [minute: number, sens?: Sens][]): Passage[] =>
  lus.map(([minute, sens = null], rang) => ({ numero: rang + 1, minute, sens }));
const read = (lus: Passage[], regles: Partial<ReglesDuJour> = {}) => {
  const { presences, ecartees } = computePresencesDesPassages(lus, { ...REGLES, ...regles });
  return {
    presences: presences.map(({ arrivee, depart, doutes }) => [arrivee, depart, ...doutes]),
    ecartees: ecartees.map(({ numero, raison }) => [numero, raison]),
  };
};

describe('des passages de badge aux présences', () => {
  it('une arrivée et un départ font une présence, que la borne dise le sens ou non', () => {
    const attendue = { presences: [[h(8), h(17)]], ecartees: [] };
    expect(read(passages([h(8)], [h(17)]))).toEqual(attendue);
    expect(read(passages([h(8), 'ARRIVEE'], [h(17), 'DEPART']))).toEqual(attendue);
  });

  it('un enfant qui revient dans la journée a deux présences', () => {
    expect(read(passages([h(8)], [h(11)], [h(13)], [h(17)])).presences).toEqual([
      [h(8), h(11)],
      [h(13), h(17)],
    ]);
  });

  it('un badge doublé à la même minute ou à cinq minutes ne compte qu’une fois ; à six, il compte', () => {
    expect(read(passages([h(8)], [h(8)], [h(8, 5)], [h(17)]))).toEqual({
      presences: [[h(8), h(17)]],
      ecartees: [
        [2, 'Badge doublé à la même minute.'],
        [3, 'Badge doublé : 5 min après le précédent.'],
      ],
    });
    expect(read(passages([h(8)], [h(8, 6)])).presences).toEqual([[h(8), h(8, 6)]]);
  });

  it('les lignes dans le désordre se lisent dans l’ordre des heures', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.constantFrom<Sens>('ARRIVEE', 'DEPART')), {
          maxLength: 8,
        }),
        fc.integer(),
        (lus, graine) => {
          const ordonnes = lus.map(([minute, sens], rang) => ({ numero: rang, minute, sens }));
          const meles = ordonnes.toSorted((a, b) => ((a.numero * graine) % 7) - ((b.numero * graine) % 7));
          expect(read(meles)).toEqual(read(ordonnes));
        },
      ),
    );
  });

  it('aucune ligne n’est perdue : chacune est dans une présence ou parmi les écartées, et toute présence a une durée', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.constantFrom<Sens | null>('ARRIVEE', 'DEPART', null)), {
          maxLength: 10,
        }),
        (lus) => {
          const entree = lus.map(([minute, sens], rang) => ({ numero: rang, minute, sens }));
          const { presences, ecartees } = computePresencesDesPassages(entree, REGLES);
          const vus = [...presences.flatMap(({ numeros }) => numeros), ...ecartees.map(({ numero }) => numero)];
          expect(vus.toSorted((a, b) => a - b)).toEqual(entree.map(({ numero }) => numero));
          for (const { arrivee, depart } of presences) {
            expect(arrivee).toBeGreaterThanOrEqual(0);
            if (depart !== null) expect(depart).toBeGreaterThan(arrivee);
          }
        },
      ),
    );
  });

  it('un départ manquant garde la présence et le dit ; le jour même, l’enfant est encore là', () => {
    expect(read(passages([h(8)])).presences).toEqual([[h(8), null, DOUTES.departManquant]]);
    expect(read(passages([h(8)]), { isFini: false }).presences).toEqual([[h(8), null]]);
    expect(read(passages([h(8), 'ARRIVEE'], [h(13), 'ARRIVEE'], [h(17), 'DEPART'])).presences).toEqual([
      [h(8), null, DOUTES.departManquant],
      [h(13), h(17)],
    ]);
  });

  it('une arrivée manquante garde la venue depuis l’ouverture, sans compter ses minutes', () => {
    const { presences } = computePresencesDesPassages(passages([h(17), 'DEPART']), REGLES);
    expect(presences).toMatchObject([
      { arrivee: 450, depart: h(17), arriveeSupposee: true, doutes: [DOUTES.arriveeManquante] },
    ]);
    expect(read(passages([h(7), 'DEPART'])).presences).toEqual([[h(7) - 1, h(7), DOUTES.arriveeManquante]]);
    expect(read(passages([0, 'DEPART'])).ecartees).toEqual([[1, 'Départ à minuit, sans arrivée.']]);
  });

  it('un départ avant l’arrivée se remet dans l’ordre, et se dit', () => {
    expect(read(passages([h(8), 'DEPART'], [h(17), 'ARRIVEE'])).presences).toEqual([[h(8), h(17), DOUTES.inversees]]);
  });

  it('une arrivée et un départ à la même minute durent une minute, et se disent', () => {
    expect(read(passages([h(9), 'DEPART'], [h(9), 'ARRIVEE'])).presences).toEqual([[h(9), h(9, 1), DOUTES.memeMinute]]);
  });

  it('l’heure répétée du passage à l’hiver, 2 h 30 deux fois, est un badge doublé', () => {
    expect(read(passages([h(2, 30)], [h(2, 30)])).ecartees).toEqual([[2, 'Badge doublé à la même minute.']]);
    expect(read(passages([h(2, 30), 'ARRIVEE'], [h(2, 30), 'DEPART'])).presences).toHaveLength(1);
  });

  it('un jour de fermeture fait douter', () => {
    expect(read(passages([h(8)], [h(17)]), { isOuverte: false }).presences).toEqual([[h(8), h(17), DOUTES.fermee]]);
  });
});
