import { describe, expect, test } from 'vitest';
import { arrondi, formatFraction, fraction, produit } from '#shared/fraction.ts';
import { type BaremePsu, findDebutDuGel } from '../bareme.ts';
import { aBareme, someFaits } from '../testing/psu-essai.ts';
import { computePrixPlafond, findEcartAuGel } from './prix-plafond.ts';
import { type CalculPsu, computePsu, type FaitsPsu } from './psu.ts';

const calcule = (faits: FaitsPsu, bareme: BaremePsu | undefined = aBareme()): CalculPsu => {
  const calcul = computePsu(bareme, faits);
  if (calcul.issue === 'refuse') throw new Error(calcul.motif);
  return calcul;
};
const refusDe = (faits: FaitsPsu, bareme?: BaremePsu) => {
  const calcul = computePsu(bareme, faits);
  return calcul.issue === 'refuse' ? calcul : undefined;
};

describe('Le prix plafond descend d’une droite entre 107 et 120 % depuis 2025 (PSU-03, PSU-04)', () => {
  test.each([
    ['100', fraction(100), '10,0000'],
    ['107', fraction(107), '10,0000'],
    ['108', fraction(108), '9,9231'],
    ['110', fraction(110), '9,7692'],
    ['113,5', fraction(227, 2), '9,5000'],
    ['117', fraction(117), '9,2308'],
    ['119,9', fraction(1199, 10), '9,0077'],
    ['120', fraction(120), '9,0000'],
    ['135', fraction(135), '9,0000'],
  ])('T = %s (V-PSU-01, V-PSU-02)', (_, taux, attendu) => {
    expect(formatFraction(computePrixPlafond(aBareme(), taux, true), 4)).toBe(attendu);
  });

  test('sans couches ni repas, l’autre niveau de service', () => {
    expect(formatFraction(computePrixPlafond(aBareme(), fraction(107), false), 2)).toBe('9,00');
  });
});

describe('Le prix plafond le plus bas est gelé jusqu’en 2027 (PSU-05)', () => {
  const avec = (pmin: number) => ({ annee: 2025, avec: pmin, sans: 80_000 });
  test('égal à celui de la première année, ou sans année pour comparer : rien à dire', () => {
    expect(findEcartAuGel({ ...aBareme(2026), gele: avec(90_000) })).toBeNull();
    expect(findEcartAuGel(aBareme(2026))).toBeNull();
    expect(findEcartAuGel({ ...aBareme(2025), gele: null })).toBeNull();
  });
  test('changé : les deux prix se disent, avec leur année et leur niveau de service', () => {
    expect(findEcartAuGel({ ...aBareme(2026), gele: avec(89_000) })).toContain(
      '9,0000 € en 2026 et 8,9000 € en 2025, couches et repas fournis',
    );
  });
  test.each([
    [2024, undefined],
    [2025, 2025],
    [2027, 2025],
    [2028, undefined],
  ])('en %i, gelé depuis %s', (annee, debut) => {
    expect(findDebutDuGel(annee)).toBe(debut);
  });
});

describe('Jusqu’au 31 décembre 2024, trois paliers (PSU-02)', () => {
  test.each([
    [107, 2024, '10,00'],
    [108, 2024, '9,50'],
    [117, 2024, '9,50'],
    [118, 2024, '9,00'],
    [108, 2025, '9,92'],
    [117, 2025, '9,23'],
    [118, 2025, '9,15'],
  ])('T = %i en %i', (taux, annee, attendu) => {
    const bareme = { ...aBareme(annee), seuilHaut: annee === 2024 ? 117 : 120 };
    expect(formatFraction(computePrixPlafond(bareme, fraction(taux), true), 2)).toBe(attendu);
  });
});

describe('La prestation prend en charge 66 % du prix de revient plafonné et déduit les participations (PSU-06)', () => {
  test('une crèche de 60 places à 110 % (V-PSU-03)', () => {
    const calcul = calcule(someFaits());
    expect(formatFraction(calcul.taux)).toBe('110,00');
    expect(formatFraction(calcul.prixRevient, 4)).toBe('11,5440');
    expect(calcul.bruteCentimes).toBe(67_023_762);
    expect(calcul.psuCentimes).toBe(47_273_262);
  });

  test('un prix de revient sous le plafond se paie tel quel (V-PSU-04)', () => {
    const calcul = calcule(
      someFaits({ facturees: 100_000, realisees: 97_087, charges: 900_000, participations: 180_000 }),
    );
    expect(formatFraction(calcul.taux, 1)).toBe('103,0');
    expect(formatFraction(calcul.prixRevient)).toBe('9,00');
    expect(calcul.psuCentimes).toBe(41_400_000);
  });

  test('au-delà de 120 %, le prix le plus bas (V-PSU-05)', () => {
    const calcul = calcule(
      someFaits({ facturees: 110_000, realisees: 90_000, charges: 1_300_000, participations: 220_000 }),
    );
    expect(formatFraction(calcul.taux)).toBe('122,22');
    expect(calcul.psuCentimes).toBe(43_340_000);
  });

  test('plus de participations, d’autant moins de prestation : la recette ne bouge pas (PSU-08, V-PSU-06)', () => {
    const avant = calcule(someFaits());
    const apres = calcule(someFaits({ participations: 207_505 }));
    expect(apres.psuCentimes - avant.psuCentimes).toBe(-1_000_000);
    expect(apres.recetteCentimes).toBe(avant.recetteCentimes);
  });

  test('la prestation ne descend pas sous zéro', () => {
    expect(calcule(someFaits({ participations: 900_000 })).psuCentimes).toBe(0);
  });

  test('les heures hors présence s’ajoutent au même prix, sans changer le prix de revient ni fondre dans les participations (PSU-06, PSU-09)', () => {
    const [sans, avec] = [calcule(someFaits()), calcule({ ...someFaits(), minutesHorsPresence: 60 * 30 })];
    const forfait = arrondi(produit(66, sans.prixRetenu, 30));
    expect(avec).toMatchObject({
      ...{ prixRevient: sans.prixRevient, taux: sans.taux, bruteCentimes: sans.bruteCentimes },
      ...{ horsPresenceCentimes: forfait, psuCentimes: sans.psuCentimes + forfait },
    });
    expect(avec.etapes.at(-2)).toContain('30,00 h au même prix');
    const aisees = calcule({ ...someFaits({ participations: 900_000 }), minutesHorsPresence: 60 * 30 });
    expect(aisees.psuCentimes).toBe(forfait);
    expect(aisees.etapes.at(-1)).toContain('zéro au moins +');
  });

  test('sans aucune heure réalisée, le taux est indéfini et rien ne se divise (V-PSU-07)', () => {
    expect(refusDe(someFaits({ realisees: 0 }), aBareme())?.code).toBe('TAUX_FACTURATION_INDEFINI');
  });

  test('moins facturé que réalisé : une alerte, et le prix le plus haut (V-PSU-08)', () => {
    const calcul = calcule(someFaits({ facturees: 94_000, realisees: 95_000 }));
    expect(calcul.alertes[0]).toContain('sous 100');
    expect(formatFraction(calcul.prixPlafond)).toBe('10,00');
  });

  test('un barème ou des charges absents se disent, rien ne s’invente', () => {
    expect(refusDe(someFaits(), undefined)?.motif).toContain('2026 n’est pas saisi');
    expect(refusDe({ ...someFaits(), chargesCentimes: null }, aBareme())?.code).toBe('CHARGES_ABSENTES');
    expect(refusDe(someFaits({ facturees: 0 }), aBareme())?.code).toBe('HEURES_FACTUREES_NULLES');
  });

  test('toutes les heures saisies comme exceptionnelles : refus (PSU-10)', () => {
    const faits = { ...someFaits({ facturees: 0 }), minutesExceptionnelles: 60 };
    expect(refusDe(faits, aBareme())?.code).toBe('HEURES_EXCEPTIONNELLES');
    const comptees = { ...someFaits({ facturees: 100 }), minutesExceptionnelles: 100 * 60 };
    expect(refusDe(comptees, aBareme())?.code).toBe('HEURES_EXCEPTIONNELLES');
    expect(calcule({ ...someFaits(), minutesExceptionnelles: 60 }).alertes).toHaveLength(1);
  });
});
