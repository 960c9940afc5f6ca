import { describe, expect, it } from 'vitest';
import { METIERS_EAJE } from '#modules/eaje/index.ts';
import { addJours, jourCivil } from '#shared/jour-civil.ts';
import type { EnfantPointe } from '../prevision.ts';
import { aCreche, anAccueil, aPoste, heure, LUNDI, listAccueilsEssai } from '../testing/creche-essai.ts';
import { getBareme } from './bareme.ts';
import { computeJournee } from './journee.ts';
import { computeBilan, computeEtatQuart, evaluateOccupationHebdomadaire, isEnManque, isSousTaux } from './manque.ts';

const rang = (minutes: number) => (minutes - heure(7, 30)) / 15;

describe('la journée d’une crèche (R2324-43 du CSP)', () => {
  it('a quarante-quatre quarts d’heure de 7 h 30 à 18 h 30', () => {
    expect(computeJournee(aCreche(), LUNDI, { accueils: [], postes: [] }).nombre).toBe(44);
  });

  it('compte un enfant dès la première minute d’un quart d’heure, un professionnel s’il le couvre', () => {
    const journee = computeJournee(aCreche(), LUNDI, {
      accueils: [anAccueil({ debut: heure(8, 10), fin: heure(17, 5) })],
      postes: [aPoste(heure(8, 10), heure(17, 5))],
    });
    expect(journee.m[rang(heure(8))]).toBe(1);
    expect(journee.m[rang(heure(17))]).toBe(1);
    expect(journee.prevus[rang(heure(8))]).toBe(0);
    expect(journee.prevus[rang(heure(8, 15))]).toBe(1);
    expect(journee.prevus[rang(heure(17))]).toBe(0);
  });

  it('prend la marche du jour où l’équipe l’a constatée', () => {
    const accueils = [anAccueil({ marcheDepuis: LUNDI })];
    const veille = computeJournee(aCreche(), addJours(LUNDI, -3), { accueils, postes: [] });
    const jour = computeJournee(aCreche(), LUNDI, { accueils, postes: [] });
    expect([veille.nm[10], veille.m[10]]).toEqual([1, 0]);
    expect([jour.nm[10], jour.m[10]]).toEqual([0, 1]);
  });

  it('ne compte pas deux fois un enfant que deux accueils attendent au même moment', () => {
    const enfant = anAccueil({ debut: heure(8), fin: heure(12) });
    const journee = computeJournee(aCreche(), LUNDI, {
      accueils: [enfant, { ...enfant, debut: heure(11), fin: heure(14) }],
      postes: [],
    });
    expect(Math.max(...journee.m)).toBe(1);
    expect(journee.m[rang(heure(13))]).toBe(1);
    expect(journee.enfants).toBe(1);
  });

  it.each(['STAGIAIRE', 'APPRENTI', 'AGENT_POLYVALENT', 'CUISINIER', 'DIRECTION'] as const)(
    'ne compte pas, présent toute la journée : %s (CAP-21 ; la limite des apprentis reste à confirmer)',
    (metier) => {
      const poste = aPoste(heure(8), heure(17), { categorie: METIERS_EAJE[metier].categorie });
      const { prevus } = computeJournee(aCreche(), LUNDI, { accueils: [], postes: [poste] });
      expect(Math.max(...prevus)).toBe(0);
    },
  );

  it('ne compte ni la pause, ni la réunion, ni la sortie, ni qui n’a pas de catégorie, ni l’absent', () => {
    const natures = ['PAUSE', 'REUNION', 'FORMATION', 'SORTIE'] as const;
    const postes = [
      ...natures.map((nature) => aPoste(0, 0, { segments: [{ debut: heure(8), fin: heure(17), nature }] })),
      aPoste(heure(8), heure(17), { categorie: null }),
      aPoste(heure(8), heure(17), { etat: 'ABSENT' }),
      aPoste(heure(8), heure(17), { categorie: 2, continuite: false }),
    ];
    const journee = computeJournee(aCreche(), LUNDI, { accueils: [], postes });
    expect([journee.prevus[10], journee.prevusCat1[10]]).toEqual([1, 0]);
    // CAP-14 : en pause, en réunion et sans catégorie mais apte, ils restent dans les murs.
    expect(journee.continuite[10]).toBe(3);
  });

  it('suit la modulation de la capacité (CAP-04)', () => {
    const modulations = [{ debut: heure(7, 30), fin: heure(8, 30), places: 20 }];
    const { capacite } = computeJournee(aCreche({ modulations }), LUNDI, { accueils: [], postes: [] });
    expect([capacite[3], capacite[4]]).toEqual([20, 40]);
  });

  it('dit ce qui manque, ce qui déborde et qui n’a pas de direction (IND-06, IND-08, DIR-03)', () => {
    const journee = computeJournee(aCreche({ places: 10 }), LUNDI, {
      accueils: listAccueilsEssai(0, 13, { debut: heure(9), fin: heure(10) }),
      postes: [aPoste(heure(9), heure(10), { categorie: 2, continuite: false })],
    });
    const bilan = computeBilan(journee);
    expect(bilan.sousTaux).toHaveLength(4);
    expect([bilan.aAjouter, bilan.deficit]).toEqual([4, 4]);
    expect(bilan.auDessusCapacite).toHaveLength(4);
    expect(bilan.auDessusSurnombre).toHaveLength(4);
    expect(bilan.sansContinuite).toHaveLength(4);
    expect([bilan.pointe, bilan.minutesEnfant, bilan.minutesPlace]).toEqual([13, 13 * 60, 10 * 11 * 60]);
    expect(computeEtatQuart(journee, rang(heure(9)))).toBe('sous');
    expect(computeEtatQuart(journee, 0)).toBe('vide');
  });

  it.each([
    [12, 13, 0, 0],
    [12, 14, 0, 36],
    [12, 15, 36, 0],
    [20, 23, 0, 0],
    [20, 24, 36, 0],
  ])(
    '%d places, %d enfants : %d quarts au-dessus de 115 %% quel que soit l’arrondi, %d à confirmer avec la PMI (CAP-05, R2324-27)',
    (places, enfants, surs, aConfirmer) => {
      const bilan = computeBilan(
        computeJournee(aCreche({ places }), LUNDI, { accueils: listAccueilsEssai(0, enfants), postes: [] }),
      );
      expect([bilan.auDessusSurnombre.length, bilan.surnombreAConfirmer.length]).toEqual([surs, aConfirmer]);
    },
  );

  it('compte la présence à la minute, dans les heures d’ouverture, et un enfant de deux contrats une fois (CAP-06)', () => {
    const accueils = [
      anAccueil({ enfantId: 'deux', debut: heure(7), fin: heure(9, 10) }),
      anAccueil({ enfantId: 'deux', debut: heure(9), fin: heure(10, 1) }),
      anAccueil({ enfantId: 'tard', debut: heure(18, 14), fin: heure(19) }),
    ];
    expect(computeBilan(computeJournee(aCreche(), LUNDI, { accueils, postes: [] })).minutesEnfant).toBe(151 + 16);
  });

  it('sans autorisation, ne juge aucun surnombre', () => {
    const journee = computeJournee(aCreche({ places: 0 }), LUNDI, { accueils: listAccueilsEssai(0, 13), postes: [] });
    const { auDessusCapacite, auDessusSurnombre, sousTaux } = computeBilan(journee);
    expect([auDessusCapacite, auDessusSurnombre]).toEqual([[], []]);
    expect(sousTaux).toHaveLength(36);
  });

  it('cinq de catégorie 2 pour V-ENC-01 : neuf heures de catégorie 1 à trouver, aucun déficit en nombre (IND-08, R2324-43-1)', () => {
    const postes = Array.from({ length: 5 }, () => aPoste(heure(8), heure(17), { categorie: 2 }));
    const bilan = computeBilan(computeJournee(aCreche(), LUNDI, { accueils: listAccueilsEssai(10, 24), postes }));
    expect([bilan.aAjouter / 4, bilan.deficit / 4]).toEqual([9, 0]);
  });

  it('est sous le taux quand la catégorie 1 manque seule (R2324-43-1)', () => {
    const accueils = listAccueilsEssai(0, 4);
    const deux = [
      aPoste(heure(7, 30), heure(18, 30), { categorie: 2 }),
      aPoste(heure(7, 30), heure(18, 30), { categorie: 2 }),
    ];
    expect(computeBilan(computeJournee(aCreche({ places: 24 }), LUNDI, { accueils, postes: deux })).sousTaux).toEqual(
      [],
    );
    expect(
      computeBilan(computeJournee(aCreche({ places: 25 }), LUNDI, { accueils, postes: deux })).sousTaux,
    ).toHaveLength(36);
  });

  it('est sous le taux quand le seul d’une micro-crèche n’est pas de catégorie 1 (décret 2025-304)', () => {
    const creche = aCreche({ places: 12 });
    const sousTaux = (...categories: (1 | 2)[]) => {
      const postes = categories.map((categorie) => aPoste(heure(7, 30), heure(18, 30), { categorie }));
      return computeBilan(computeJournee(creche, LUNDI, { accueils: listAccueilsEssai(0, 3), postes })).sousTaux.length;
    };
    expect([sousTaux(1), sousTaux(2), sousTaux(2, 2)]).toEqual([0, 36, 0]);
    expect(sousTaux()).toBe(36);
  });

  describe('avec les enfants pointés', () => {
    const marcheur = { sectionId: null, marcheDepuis: jourCivil('2026-01-01'), douteux: false };
    const bebe = { ...marcheur, marcheDepuis: null };
    const postes = [aPoste(heure(7, 30), heure(18, 30)), aPoste(heure(7, 30), heure(18, 30))];
    const lire = (enfants: readonly EnfantPointe[], maintenant = heure(10), creche = aCreche()) =>
      computeJournee(creche, LUNDI, { accueils: [], postes, pointage: { enfants, maintenant } });

    it('lit leur présence par statut de marche, le quart d’heure qui court compris', () => {
      const journee = lire([
        { ...bebe, enfantId: 'a', debut: heure(8), fin: null },
        { ...marcheur, enfantId: 'b', debut: heure(8), fin: heure(9), douteux: true },
      ]);
      const { nm, m } = journee.presents ?? {};
      const lus = [heure(8), heure(9), heure(10), heure(10, 15)].map((t) => [nm?.[rang(t)], m?.[rang(t)]]);
      expect(lus).toEqual([
        [1, 1],
        [1, 0],
        [1, 0],
        [0, 0],
      ]);
      expect(journee.doutes.map(({ code }) => code)).toContain('POINTAGE_DOUTEUX');
      expect(journee.requis[rang(heure(10))]).toBe(0);
    });

    it('compte une fois un enfant présent deux fois', () => {
      const double = { ...marcheur, enfantId: 'a', debut: heure(8), fin: null };
      const journee = lire([double, { ...double, debut: heure(9), fin: null }]);
      expect(journee.presents?.m[rang(heure(9, 30))]).toBe(1);
      expect(journee.maintenant).toMatchObject({ nm: 0, m: 1 });
    });

    it('dit ce qu’il faut et ce qui manque maintenant, sur les enfants effectivement présents (CAP-08)', () => {
      const dix = Array.from({ length: 11 }, (_, i) => ({ ...bebe, enfantId: `b${i}`, debut: heure(8), fin: null }));
      expect(lire(dix.slice(0, 10)).maintenant).toEqual({ nm: 10, m: 0, enSortie: 0, requis: 2, prevus: 2, manque: 0 });
      expect(lire(dix).maintenant).toEqual({ nm: 11, m: 0, enSortie: 0, requis: 3, prevus: 2, manque: 1 });
      expect(isSousTaux(computeBilan(lire(dix)))).toBe(true);
      expect(isSousTaux(computeBilan(lire(dix.slice(0, 10))))).toBe(false);
      const tenu = computeBilan(lire(dix.slice(0, 10)));
      expect(isEnManque({ sorties: [{ manque: 0 }] }, tenu)).toBe(false);
      expect(isEnManque({ sorties: [{ manque: 0 }, { manque: 1 }] }, tenu)).toBe(true);
      expect(isEnManque({ sorties: [] }, computeBilan(lire(dix)))).toBe(true);
      const partis = dix.map((enfant) => ({ ...enfant, fin: heure(10) }));
      expect(lire(partis).maintenant).toMatchObject({ nm: 0, requis: 0, manque: 0 });
    });

    it('ne dit rien de maintenant hors des heures d’ouverture, ni sans aucun pointage', () => {
      const enfant = { ...bebe, enfantId: 'a', debut: heure(8), fin: null };
      expect(lire([enfant], heure(18, 30)).maintenant).toBeNull();
      expect(lire([enfant], heure(18, 29)).maintenant).not.toBeNull();
      expect([lire([]).presents, lire([]).maintenant]).toEqual([null, null]);
    });
  });

  it('dit ses doutes', () => {
    const codes = (faits: Parameters<typeof computeJournee>[2], creche = aCreche()) =>
      computeJournee(creche, LUNDI, faits).doutes.map(({ code }) => code);
    expect(codes({ accueils: [], postes: [] }, aCreche({ places: 0 }))).toEqual([
      'SANS_AUTORISATION',
      'SANS_CONTRAT',
      'SANS_PROFESSIONNEL',
    ]);
    const grand = anAccueil({ marcheDepuis: null, neLe: jourCivil('2025-05-23') });
    const petit = anAccueil({ marcheDepuis: null, neLe: jourCivil('2025-05-24') });
    const postes = [aPoste(heure(8), heure(16))];
    expect(codes({ accueils: [grand], postes })).toEqual(['MARCHE_INCONNUE']);
    expect(codes({ accueils: [petit], postes })).toEqual([]);
    expect(codes({ accueils: [anAccueil({ debut: heure(7) })], postes })).toEqual(['HORS_OUVERTURE']);
    expect(codes({ accueils: [anAccueil()], postes }, aCreche({ agregation: 'UNITE' }))).toEqual(['SANS_SECTION']);
    const douteux = [
      aPoste(0, 0, { etat: 'SANS_HORAIRE', segments: [] }),
      aPoste(0, 0, { deuxLieux: true, segments: [] }),
      aPoste(0, 0, { segments: [{ debut: heure(9), fin: heure(11), nature: 'SORTIE' }] }),
    ];
    expect(codes({ accueils: [anAccueil()], postes: douteux })).toEqual([
      'SANS_HORAIRE',
      'DEUX_LIEUX',
      'SORTIE_PREVUE',
    ]);
  });
});

describe('l’occupation de la semaine (R2324-27, 1° du CSP, CAP-06)', () => {
  it('tient à 100 % exactement, plus à une minute de plus', () => {
    const bareme = getBareme(LUNDI);
    expect(evaluateOccupationHebdomadaire(2950 * 60, 2950 * 60, bareme).issue).toBe('accepte');
    expect(evaluateOccupationHebdomadaire(2950 * 60 + 1, 2950 * 60, bareme).issue).toBe('refuse');
  });
});
