import { describe, expect, it } from 'vitest';
import { aCreche, aPoste, heure, LUNDI, listAccueilsEssai } from '../testing/creche-essai.ts';
import { computeMarges, listHeuresLibres } from './heures-libres.ts';
import { computeJournee } from './journee.ts';

describe('les heures que l’on peut encore offrir (IND-28)', () => {
  const postes = [aPoste(heure(7, 30), heure(18, 30)), aPoste(heure(9), heure(17)), aPoste(heure(9), heure(12))];

  it('sont la moindre des deux marges : les places, et ce que l’effectif tient', () => {
    const journee = computeJournee(aCreche({ places: 20 }), LUNDI, { accueils: listAccueilsEssai(0, 12), postes });
    const marges = computeMarges(aCreche({ places: 20 }), journee, 'MARCHEURS', null);
    const de = (minutes: number) => marges[(minutes - heure(7, 30)) / 15];
    expect(de(heure(8))).toBe(0);
    expect(de(heure(9))).toBe(8);
    expect(de(heure(12))).toBe(4);
    expect(de(heure(17))).toBe(0);
    expect(
      computeMarges(aCreche({ places: 20 }), journee, 'NON_MARCHEURS', null)[(heure(12) - heure(7, 30)) / 15],
    ).toBe(2);
  });

  it('une auxiliaire seule en micro-crèche en prend jusqu’au troisième ; non auxiliaire, aucun de plus (CAP-11b)', () => {
    const creche = aCreche({ places: 12 });
    const marges = (categorie: 1 | 2) => {
      const seul = [aPoste(heure(7, 30), heure(18, 30), { categorie })];
      const journee = computeJournee(creche, LUNDI, { accueils: listAccueilsEssai(1, 0), postes: seul });
      return computeMarges(creche, journee, 'NON_MARCHEURS', null)[(heure(14) - heure(7, 30)) / 15];
    };
    expect([marges(1), marges(2)]).toEqual([2, 0]);
  });

  it('section par section, ne prennent rien à une autre section', () => {
    const creche = aCreche({ agregation: 'UNITE', places: 24 });
    const accueils = [
      ...listAccueilsEssai(5, 0, { sectionId: 'bebes' }),
      ...listAccueilsEssai(0, 6, { sectionId: 'grands' }),
    ];
    const journee = computeJournee(creche, LUNDI, { accueils, postes });
    const rang = (heure(14) - heure(7, 30)) / 15;
    expect(computeMarges(creche, journee, 'MARCHEURS', 'grands')[rang]).toBe(2);
    expect(computeMarges(creche, journee, 'NON_MARCHEURS', 'bebes')[rang]).toBe(0);
  });

  it('section par section, ne comptent pas le plancher de deux comme dû aux autres sections', () => {
    const bebes = listAccueilsEssai(5, 0, { sectionId: 'bebes' });
    const deux = [aPoste(heure(7, 30), heure(18, 30)), aPoste(heure(7, 30), heure(18, 30))];
    for (const agregation of ['UNITE', 'ETABLISSEMENT'] as const) {
      const creche = aCreche({ agregation, places: 24 });
      const journee = computeJournee(creche, LUNDI, { accueils: bebes, postes: deux });
      const rang = (heure(14) - heure(7, 30)) / 15;
      expect(computeMarges(creche, journee, 'NON_MARCHEURS', 'bebes')[rang]).toBe(5);
      expect(computeMarges(creche, journee, 'MARCHEURS', 'grands')[rang]).toBe(8);
    }
  });

  it('se fondent en plages de deux heures au moins, la base d’abord', () => {
    const marges = Int16Array.from([0, ...Array<number>(8).fill(2), ...Array<number>(8).fill(5), 0, 3, 3]);
    expect(listHeuresLibres({ ouvre: heure(8) }, marges, 120)).toEqual([
      { debut: heure(8, 15), fin: heure(12, 15), places: 2 },
      { debut: heure(10, 15), fin: heure(12, 15), places: 3 },
    ]);
  });
});
