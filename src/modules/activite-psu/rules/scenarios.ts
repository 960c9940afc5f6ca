/**
 * Ce que rapporterait un autre taux de facturation (IND-04, PSU-12) : deux lectures côte à côte, jamais une seule.
 *
 * Ce que dit le texte : rien ; c'est une aide à la décision. Le taux peut revenir au seuil de deux façons qui n'ont pas le même effet.
 * Comment il est lu ici : (a) à heures facturées constantes, des enfants viennent davantage : le prix plafond monte, tout est gain ;
 * (b) à heures réalisées constantes, on raccourcit les contrats : le prix monte mais les heures payées baissent, la recette bouge à
 * peine et peut baisser ; (c) on accueille N heures occasionnelles de plus, réalisées et facturées. Les charges ne changent pas ; les
 * participations suivent les heures facturées. La recette est PSU + participations (PSU-08).
 * Non traité : le coût d'heures d'accueil de plus, si elles demandent du personnel.
 */
import { arrondi, compareFractions, type Fraction, fraction, produit, quotient, somme } from '#shared/fraction.ts';
import type { BaremePsu } from '../bareme.ts';
import { type CalculPsu, computePsu, type FaitsPsu } from './psu.ts';

export type Scenario = Readonly<{
  minutesFacturees: Fraction;
  minutesRealisees: Fraction;
  calcul: CalculPsu;
  /** Écart de recette, PSU et participations, avec la situation de départ. */
  ecartCentimes: number;
}>;

export type Scenarios = Readonly<{
  depart: CalculPsu;
  /** Nuls quand le taux est déjà au seuil ou en dessous. */
  facturesConstantes: Scenario | null;
  realiseesConstantes: Scenario | null;
  /** Nul sans heures à offrir. */
  occasionnel: Scenario | null;
}>;

/** Les scénarios d'une crèche ; `undefined` quand sa PSU ne se calcule pas. */
export function computeScenarios(
  bareme: BaremePsu | undefined,
  faits: FaitsPsu,
  minutesOccasionnelles = 0,
): Scenarios | undefined {
  const depart = computePsu(bareme, faits);
  if (!bareme || depart.issue === 'refuse') return undefined;
  const auDela = compareFractions(depart.taux, bareme.seuilBas) > 0;
  const facturees = somme(faits.minutesFacturees, 0);
  const realisees = somme(faits.minutesRealisees, 0);
  const seuil = fraction(bareme.seuilBas, 100);
  const essai = (change: Pick<FaitsPsu, 'minutesFacturees' | 'minutesRealisees'>) =>
    buildScenario(bareme, faits, depart, somme(change.minutesFacturees, 0), somme(change.minutesRealisees, 0));
  return {
    depart,
    facturesConstantes: auDela
      ? essai({ minutesFacturees: facturees, minutesRealisees: quotient(facturees, seuil) })
      : null,
    realiseesConstantes: auDela
      ? essai({ minutesFacturees: produit(realisees, seuil), minutesRealisees: realisees })
      : null,
    occasionnel:
      minutesOccasionnelles > 0
        ? essai({
            minutesFacturees: somme(facturees, minutesOccasionnelles),
            minutesRealisees: somme(realisees, minutesOccasionnelles),
          })
        : null,
  };
}

function buildScenario(
  bareme: BaremePsu,
  faits: FaitsPsu,
  depart: CalculPsu,
  minutesFacturees: Fraction,
  minutesRealisees: Fraction,
): Scenario | null {
  const part = quotient(minutesFacturees, faits.minutesFacturees);
  const participationsCentimes = arrondi(produit(faits.participationsCentimes, part));
  const calcul = computePsu(bareme, { ...faits, minutesFacturees, minutesRealisees, participationsCentimes });
  if (calcul.issue === 'refuse') return null;
  return {
    minutesFacturees,
    minutesRealisees,
    calcul,
    ecartCentimes: calcul.recetteCentimes - depart.recetteCentimes,
  };
}
