import { describe, expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import type { ModeAccueil, Ressources } from '../participation.ts';
import { buildBaremesSaisis } from './bareme.ts';
import {
  computeBornesTarif,
  computeTarif,
  evaluateTarif,
  evaluateTarifReserve,
  findTauxEffort,
  listRevisionsDues,
} from './tarif.ts';

function buildRessources(euros: number | null, enfantsACharge = 1, plus: Partial<Ressources> = {}): Ressources {
  const annuellesCentimes = euros === null ? null : Math.round(euros * 100) * 12;
  return { annuellesCentimes, enfantsACharge, enfantsAeeh: 0, origine: 'CDAP', ...plus };
}
const tarif = (ressources: Ressources, jour: string, mode?: ModeAccueil) =>
  computeTarif(ressources, jourCivil(jour), [], mode).tarifCentimes;

describe('Le tarif horaire est celui du barème national, au centime (PF-01)', () => {
  test.each([
    ['V-PF-01', 2000, 1, '2026-01-01', 124],
    ['V-PF-02', 500, 1, '2025-03-15', 50],
    ['V-PF-03, la veille', 9200, 1, '2025-08-31', 433],
    ['V-PF-03, le jour', 9200, 1, '2025-09-01', 526],
    ['V-PF-04', 9200, 2, '2025-10-15', 439],
    ['V-PF-05', 3333.33, 3, '2025-06-01', 138],
    ['V-PF-06, sans AEEH', 3000, 2, '2026-01-01', 155],
    ['V-PF-07, quatre enfants', 4200, 4, '2026-01-01', 130],
    ['V-PF-07, huit enfants', 4200, 8, '2026-01-01', 87],
    ['V-PF-09, la veille', 8000, 1, '2024-08-31', 371],
    ['V-PF-09, le jour', 8000, 1, '2024-09-01', 433],
    ['V-PF-12, plancher', 100, 1, '2018-06-01', 41],
    ['V-PF-12, plafond', 9000, 1, '2018-06-01', 292],
  ])('%s : %i € par mois, %i enfant(s), %s → %i centimes', (_, euros, enfants, jour, centimes) => {
    expect(tarif(buildRessources(euros, enfants), jour)).toBe(centimes);
  });

  test('V-PF-06 : un enfant avec l’AEEH décale d’un rang, même s’il n’est pas l’enfant accueilli (PF-02)', () => {
    expect(tarif(buildRessources(3000, 2, { enfantsAeeh: 1 }), '2026-01-01')).toBe(124);
    expect(tarif(buildRessources(3000, 2, { enfantsAeeh: 2 }), '2026-01-01')).toBe(
      tarif(buildRessources(3000, 4), '2026-01-01'),
    );
  });

  test('V-PF-08 et V-PF-12 : la crèche familiale a ses propres taux', () => {
    expect(tarif(buildRessources(3000, 3), '2026-01-01', 'FAMILIAL')).toBe(93);
    expect(tarif(buildRessources(9000, 1), '2018-06-01', 'FAMILIAL')).toBe(244);
  });

  test('V-PF-10 : 32 360 € par an, trois enfants, 2021', () => {
    expect(tarif({ ...buildRessources(0, 3), annuellesCentimes: 3_236_000 }, '2021-06-01')).toBe(111);
  });

  test('le calcul se lit ligne à ligne', () => {
    expect(computeTarif(buildRessources(3000, 2, { enfantsAeeh: 1 }), jourCivil('2026-03-02'), []).etapes).toEqual([
      'Ressources annuelles 36\u202f000,00 € ÷ 12 = 3\u202f000,00 € par mois.',
      '2 enfants à charge, dont 1 avec l’AEEH : rang 3 : taux d’effort de 0,0413 %.',
      '3\u202f000,00 € × 0,0413 % = 1,24 € de l’heure.',
    ]);
  });
});

describe('Sans ressources connues, le plafond ou le plancher (PF-06)', () => {
  test('un refus ou des ressources inconnues : le plafond, et un avertissement', () => {
    const refus = computeTarif(buildRessources(null, 1, { origine: 'REFUS' }), jourCivil('2026-03-02'), []);
    expect(refus.tarifCentimes).toBe(526);
    expect(refus.avertissements).toHaveLength(1);
    expect(tarif(buildRessources(null), '2026-03-02')).toBe(526);
  });

  test('un enfant confié à l’aide sociale à l’enfance, une urgence sans ressources connues : le plancher', () => {
    expect(tarif(buildRessources(5000, 1, { origine: 'ASE' }), '2026-03-02')).toBe(50);
    expect(tarif(buildRessources(null, 1, { origine: 'URGENCE' }), '2026-03-02')).toBe(50);
    expect(tarif(buildRessources(3000, 1, { origine: 'URGENCE' }), '2026-03-02')).toBe(186);
  });
});

describe('Un accueil d’un jour a le tarif du contrat, sinon celui des ressources, jamais zéro faute de savoir (PF-06)', () => {
  const jour = jourCivil('2026-11-23');
  const connues = { jour, contrat: undefined, ressources: buildRessources(2000) };
  const sans = { ...connues, ressources: undefined };
  const lire = (accueil: Parameters<typeof evaluateTarifReserve>[0]) => {
    const lu = evaluateTarifReserve(accueil, []);
    return 'tarif' in lu ? lu.tarif.tarifCentimes : lu.manque;
  };

  test('le contrat en cours, puis les ressources de ce jour', () => {
    expect(lire({ ...connues, nature: 'OCCASIONNEL', contrat: { tarifCentimes: 180 } })).toBe(180);
    expect(lire({ ...connues, nature: 'OCCASIONNEL' })).toBe(124);
    expect(lire({ ...connues, nature: 'URGENCE' })).toBe(124);
  });

  test('sans ressources inscrites : l’urgence au plancher, et le dit ; l’occasionnel dit ce qui manque', () => {
    const urgence = evaluateTarifReserve({ ...sans, nature: 'URGENCE' }, []);
    expect(urgence).toMatchObject({ tarif: { tarifCentimes: 50 } });
    expect('tarif' in urgence && urgence.tarif.avertissements.join(' ')).toContain('un enfant à charge est compté');
    expect(lire({ ...sans, nature: 'OCCASIONNEL' })).toContain('Aucune ressource n’est inscrite au 23 novembre 2026');
  });

  test('sans barème de l’année, aucun tarif, même en urgence', () => {
    const janvier = jourCivil('2027-01-04');
    for (const nature of ['OCCASIONNEL', 'URGENCE'] as const)
      for (const accueil of [connues, sans])
        expect(lire({ ...accueil, jour: janvier, nature })).toContain('Le barème 2027');
  });
});

describe('Le tarif d’un contrat en cours suit le barème et les ressources, à leur date (PF-04, PF-05)', () => {
  const depuis = (du: string, ressources: Ressources, au: string | null = null) => ({
    ...ressources,
    du: jourCivil(du),
    au: au === null ? null : jourCivil(au),
  });
  const signe = (du: string, tarifCentimes: number, au: string | null = null) => ({
    ...depuis(du, buildRessources(0), au),
    tarifCentimes,
  });
  const lire = (contrat: ReturnType<typeof signe>, ressources: ReturnType<typeof depuis>[], jour: string) =>
    listRevisionsDues(contrat, ressources, [], jourCivil(jour)).map(({ le, ancienCentimes, nouveau, causes }) => [
      le,
      ancienCentimes,
      nouveau.tarifCentimes,
      causes.join(),
    ]);
  const auPlafond = [depuis('2018-01-01', buildRessources(9200))];

  test('la veille rien ; le jour du plafond relevé et tous ceux d’après, la révision date de ce jour', () => {
    const contrat = signe('2025-03-01', 433);
    expect(lire(contrat, auPlafond, '2025-08-31')).toEqual([]);
    for (const jour of ['2025-09-01', '2025-09-02', '2026-01-02', '2027-03-01'])
      expect(lire(contrat, auPlafond, jour)).toEqual([['2025-09-01', 433, 526, 'BAREME']]);
  });

  test('deux plafonds relevés depuis la signature : deux révisions, chacune à sa date', () => {
    expect(lire(signe('2024-03-01', 371), auPlafond, '2026-11-21')).toEqual([
      ['2024-09-01', 371, 433, 'BAREME'],
      ['2025-09-01', 433, 526, 'BAREME'],
    ]);
  });

  test('des ressources qui changent en cours de contrat le révisent le jour où elles commencent, pas avant', () => {
    const foyer = [
      depuis('2025-01-01', buildRessources(2000), '2026-04-30'),
      depuis('2026-05-01', buildRessources(3000)),
    ];
    for (const du of ['2026-02-01', '2025-10-01']) {
      expect(lire(signe(du, 124), foyer, '2026-04-30')).toEqual([]);
      expect(lire(signe(du, 124), foyer, '2026-06-15')).toEqual([['2026-05-01', 124, 186, 'RESSOURCES']]);
    }
  });

  test('le même jour, le barème et les ressources : les deux causes se disent', () => {
    const foyer = [
      depuis('2025-01-01', buildRessources(500), '2025-12-31'),
      depuis('2026-01-01', buildRessources(3000)),
    ];
    expect(lire(signe('2025-10-01', 50), foyer, '2026-01-02')).toEqual([['2026-01-01', 50, 186, 'BAREME,RESSOURCES']]);
  });

  test('un contrat à jour, fini avant, ou sans ressources ce jour-là ne demande rien', () => {
    expect(lire(signe('2025-03-01', 124), [depuis('2025-01-01', buildRessources(2000))], '2025-09-02')).toEqual([]);
    expect(lire(signe('2025-03-01', 433, '2025-08-31'), auPlafond, '2025-09-02')).toEqual([]);
    expect(lire(signe('2025-03-01', 433), [], '2026-01-02')).toEqual([]);
    expect(lire(signe('2025-03-01', 526), auPlafond, '2027-03-01')).toEqual([]);
  });
});

describe('Un barème saisi s’applique dès sa date d’effet (GEN-01)', () => {
  const janvier = jourCivil('2027-01-04');
  const saisir = (confiance: 'verifie' | 'a-confirmer') =>
    buildBaremesSaisis([
      {
        id: '1',
        du: jourCivil('2027-01-01'),
        taux: [620, 517, 414, 311, 207],
        plancherCentimes: 83_000,
        plafondCentimes: 900_000,
        confiance,
        source: 'Annexe lue',
        version: 1,
      },
    ]);

  test('le tarif suit ses taux et ses bornes, et dit sa source', () => {
    const lire = (euros: number) => computeTarif(buildRessources(euros), janvier, saisir('verifie'));
    expect([100, 2000, 9200].map((euros) => lire(euros).tarifCentimes)).toEqual([51, 124, 558]);
    expect(lire(2000).textes.map(({ source }) => source)).toContain('Annexe lue');
    expect(lire(2000).avertissements).toEqual([]);
    expect(findTauxEffort({ enfantsACharge: 8, enfantsAeeh: 0 }, janvier, saisir('verifie'))).toBe(207);
  });

  test('à confirmer, il avertit et ne bloque pas', () => {
    const lu = evaluateTarif(buildRessources(2000), janvier, saisir('a-confirmer'));
    expect('tarif' in lu && lu.tarif.avertissements).toEqual([
      'Barème Cnaf, participations depuis le 1er janvier 2027, à confirmer : Annexe lue. Le tarif se reverra s’il change.',
    ]);
  });

  test('un contrat en cours se révise à sa date', () => {
    const contrat = { du: jourCivil('2026-03-01'), au: null, tarifCentimes: 526 };
    const ressources = [{ ...buildRessources(9200), du: jourCivil('2025-01-01'), au: null }];
    expect(listRevisionsDues(contrat, ressources, saisir('verifie'), janvier)).toMatchObject([
      { le: '2027-01-01', ancienCentimes: 526, nouveau: { tarifCentimes: 558 } },
    ]);
    expect(listRevisionsDues(contrat, ressources, saisir('verifie'), jourCivil('2026-12-31'))).toEqual([]);
  });
});

describe('Le taux d’effort d’une famille (PF-02)', () => {
  const jour = jourCivil('2026-06-01');
  test.each([
    [1, 0, 619],
    [2, 0, 516],
    [2, 1, 413],
    [3, 1, 310],
    [7, 1, 206],
  ])('%d enfants à charge dont %d avec l’AEEH : %d dix-millièmes de pour cent', (enfantsACharge, enfantsAeeh, taux) => {
    expect(findTauxEffort({ enfantsACharge, enfantsAeeh }, jour, [])).toBe(taux);
  });

  test('avant le barème saisi, aucun taux', () => {
    expect(findTauxEffort({ enfantsACharge: 1, enfantsAeeh: 0 }, jourCivil('2017-12-31'), [])).toBeUndefined();
    expect(
      findTauxEffort({ enfantsACharge: 1, enfantsAeeh: 0 }, jourCivil('2020-06-01'), [], 'FAMILIAL'),
    ).toBeUndefined();
  });
});

describe('Entre quoi tombe tout tarif d’une année (PF-01, PF-02, PF-03)', () => {
  const annee = (an: number) => ({ du: jourCivil(`${an}-01-01`), au: jourCivil(`${an}-12-31`) });
  test('du plancher au plafond du rang, celui de la fin de l’année compris ; l’AEEH décale d’un rang', () => {
    const bornes = (enfantsACharge: number, enfantsAeeh: number, an = 2026) =>
      computeBornesTarif([{ enfantsACharge, enfantsAeeh }], annee(an), []);
    expect(bornes(1, 0)).toEqual({ minimumCentimes: 50, maximumCentimes: 526 });
    expect(bornes(2, 1)).toEqual(bornes(3, 0));
    expect(bornes(2, 1)).not.toEqual(bornes(2, 0));
    // Le plafond passe de 7 000 € à 8 500 € le 1er septembre 2025.
    expect(bornes(1, 0, 2025)).toEqual({ minimumCentimes: 50, maximumCentimes: 526 });
    expect(
      computeBornesTarif([{ enfantsACharge: 1, enfantsAeeh: 0 }], { ...annee(2025), au: jourCivil('2025-08-31') }, []),
    ).toEqual({ minimumCentimes: 50, maximumCentimes: 433 });
  });
  test('la situation change dans l’année : les deux comptent ; sans situation ni barème, rien', () => {
    const deux = [1, 2].map((enfantsACharge) => ({ enfantsACharge, enfantsAeeh: 0 }));
    expect(computeBornesTarif(deux, annee(2026), [])).toEqual({ minimumCentimes: 42, maximumCentimes: 526 });
    expect(computeBornesTarif([], annee(2026), [])).toBeUndefined();
    expect(computeBornesTarif(deux, annee(2017), [])).toBeUndefined();
  });
});
