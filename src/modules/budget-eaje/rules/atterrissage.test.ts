import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFraction } from '#shared/fraction.ts';
import { addJours, jourCivil } from '#shared/jour-civil.ts';
import type { SommesLigne } from '../ligne-budget.ts';
import { computeAtterrissage, computeSommes } from './atterrissage.ts';

const SEUILS = { haut: 105, bas: 80, joursAvantRythme: 60 };
const NULLES: SommesLigne = {
  ...{ budgetCentimes: 0, engageCentimes: 0, mandateCentimes: 0, resteAMandaterCentimes: 0, repeteCentimes: 0 },
};
const voir = (sommes: Partial<SommesLigne>, jour = '2026-07-02', du = '2026-01-01') =>
  computeAtterrissage({ ...NULLES, ...sommes, du: jourCivil(du) }, jourCivil(jour), SEUILS);
/** Tout se répète, rien n'est mandaté. */
const engagee = (budgetCentimes: number, engageCentimes: number) => ({
  ...{ budgetCentimes, engageCentimes, resteAMandaterCentimes: engageCentimes, repeteCentimes: engageCentimes },
});

describe('l’atterrissage d’une ligne (DEP-02)', () => {
  it('mandaté + engagé non mandaté + rythme moyen × jours restants, pas à pas', () => {
    // Le 2 juillet 2026 : 183 jours écoulés, 182 restants. 3 660 € répétés font 20 € par jour, donc 3 640 € à venir.
    const sommes = { budgetCentimes: 700000, engageCentimes: 366000, mandateCentimes: 300000 };
    const { etapes, ...vu } = voir({ ...sommes, resteAMandaterCentimes: 66000, repeteCentimes: 366000 });
    expect(vu).toMatchObject({ atterrissageCentimes: 730000, disponibleCentimes: 334000, alerte: null });
    expect(formatFraction(vu.tauxEngagement ?? 0, 2)).toBe('52,29');
    expect(formatFraction(vu.tauxRealisation ?? 0, 2)).toBe('42,86');
    expect(formatFraction(vu.tauxAtterrissage ?? 0, 2)).toBe('104,29');
    expect(etapes).toEqual([
      'Mandaté 3\u202f000,00\u00a0€ + engagé et pas encore mandaté 660,00\u00a0€ = 3\u202f660,00\u00a0€.',
      'Rythme moyen : 3\u202f660,00\u00a0€ d’engagements qui se répètent, sur 183 jours = 20,00 € par jour.',
      'Reste à venir : 20,00 € × 182 jours = 3\u202f640,00\u00a0€.',
      'Atterrissage : 7\u202f300,00\u00a0€, soit 104,3 % du budget de 7\u202f000,00\u00a0€.',
    ]);
  });

  it('un engagement de tout l’exercice ne se compte pas deux fois', () => {
    const marche = { budgetCentimes: 1200000, engageCentimes: 1200000, mandateCentimes: 600000 };
    expect(voir({ ...marche, resteAMandaterCentimes: 600000 }).atterrissageCentimes).toBe(1200000);
  });

  it.each([
    // 183 jours sur 365 : l'atterrissage vaut l'engagé × 365 / 183.
    [526439, 'DEPASSEMENT'],
    [526438, null],
    [401096, null],
    [401095, 'SOUS_CONSOMMATION'],
  ])('engagé de %d centimes sur 10 000 € : %s', (engage, alerte) => {
    expect(voir(engagee(1000000, engage)).alerte).toBe(alerte);
  });

  it('exactement 105 % ou 80 % n’alertent pas', () => {
    const juste = (centimes: number) => ({ ...engagee(10000, centimes), repeteCentimes: 0 });
    expect([10500, 10501, 8000, 7999].map((c) => voir(juste(c)).alerte)).toEqual([
      null,
      'DEPASSEMENT',
      null,
      'SOUS_CONSOMMATION',
    ]);
  });

  it.each([
    ['2026-02-28', null],
    ['2026-03-01', 'DEPASSEMENT'],
  ])('avant soixante jours le rythme n’alerte pas : le %s, %s', (jour, alerte) => {
    expect(voir(engagee(1000000, 300000), jour).alerte).toBe(alerte);
  });

  it('avant soixante jours, l’atterrissage est ce qui est engagé, et le calcul dit pourquoi', () => {
    const tot = voir(engagee(1000000, 150000), '2026-02-05');
    expect(tot).toMatchObject({ atterrissageCentimes: 150000, alerte: null });
    expect(tot.etapes[2]).toBe('Un rythme ne se lit qu’après 60 jours : rien ne s’ajoute encore à ce qui est engagé.');
  });

  it('une ligne ouverte trop tard pour un rythme se juge une fois l’exercice fini', () => {
    expect(voir({ budgetCentimes: 100000 }, '2026-12-30', '2026-11-15').alerte).toBeNull();
    expect(voir({ budgetCentimes: 100000 }, '2026-12-31', '2026-11-15').alerte).toBe('SOUS_CONSOMMATION');
    expect(voir({ budgetCentimes: 100000 }, '2027-01-20', '2026-11-15').alerte).toBe('SOUS_CONSOMMATION');
  });

  it('mais ce qui est déjà engagé au-delà du budget alerte dès le premier jour', () => {
    expect(voir(engagee(100000, 105001), '2026-01-01').alerte).toBe('DEPASSEMENT');
  });

  it('un budget nul n’a pas de taux ; y dépenser est un dépassement', () => {
    expect(voir({}).tauxAtterrissage).toBeNull();
    expect(voir({}).alerte).toBeNull();
    expect(voir(engagee(0, 1))).toMatchObject({ tauxEngagement: null, tauxRealisation: null, alerte: 'DEPASSEMENT' });
  });

  it('avant la ligne et après l’exercice, rien n’est projeté', () => {
    expect(voir(engagee(1000000, 200000), '2025-12-31').atterrissageCentimes).toBe(200000);
    expect(voir(engagee(1000000, 200000), '2026-12-31').atterrissageCentimes).toBe(200000);
    expect(voir(engagee(1000000, 200000), '2027-03-01').atterrissageCentimes).toBe(200000);
  });

  it('une ligne ouverte en cours d’année compte ses jours depuis son ouverture', () => {
    // Du 1er septembre : 122 jours ; le 31 octobre, 61 écoulés, 61 restants.
    expect(voir(engagee(100000, 61000), '2026-10-31', '2026-09-01').atterrissageCentimes).toBe(122000);
  });

  it('une année bissextile a 366 jours', () => {
    // Le 1er juillet 2028 : 183 écoulés, 183 restants.
    expect(voir(engagee(100000, 50000), '2028-07-01', '2028-01-01').atterrissageCentimes).toBe(100000);
  });

  it('n’atterrit jamais sous ce qui est déjà dépensé ou engagé', () => {
    const montant = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(montant, montant, montant, fc.integer({ min: 0, max: 364 }), (budget, mandate, reste, rang) => {
        const jour = addJours(jourCivil('2026-01-01'), rang);
        const { atterrissageCentimes } = voir(
          {
            ...{ budgetCentimes: budget, mandateCentimes: mandate, resteAMandaterCentimes: reste },
            ...{ engageCentimes: mandate + reste, repeteCentimes: reste },
          },
          jour,
        );
        expect(atterrissageCentimes).toBeGreaterThanOrEqual(mandate + reste);
      }),
    );
  });
});

it('les sommes d’une crèche sont celles de ses lignes', () => {
  expect(
    computeSommes([
      { ...NULLES, ...engagee(100, 40) },
      { ...NULLES, ...engagee(50, 10) },
    ]),
  ).toEqual({ ...NULLES, ...engagee(150, 50) });
  expect(computeSommes([])).toEqual(NULLES);
});
