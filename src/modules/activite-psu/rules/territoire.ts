/**
 * Plusieurs crèches à la fois : un territoire, un département.
 *
 * Ce que dit le texte : rien ; c'est la règle du référentiel (section 9).
 * Comment il est lu ici : la somme des numérateurs sur la somme des dénominateurs, jamais une moyenne de taux ; un montant par place ne
 * compte que les crèches dont le montant est connu, au numérateur comme au dénominateur, et dit combien manquent.
 * Non traité : la comparaison entre territoires de tailles différentes.
 */
import { arrondi, type Fraction, fraction } from '#shared/fraction.ts';
import { type Bilan, computeDoutes, type Doutes } from './bilan.ts';
import { computeOccupationFinanciere, computeOccupationReelle } from './occupation.ts';
import { type Cumul, computeEcartPrevisionnel } from './projection.ts';
import { computeTauxFacturation } from './psu.ts';

export type Totaux = Readonly<{
  creches: number;
  places: number;
  fait: Cumul & { minutesContractees: number };
  projete: Cumul;
  occupationReelle: Fraction | null;
  occupationFinanciere: Fraction | null;
  tauxFacturation: Fraction | null;
  /** Euros par heure facturée, sur l'année projetée, là où les charges sont connues. */
  prixRevient: Fraction | null;
  psuCentimes: number;
  /** Crèches dont la prestation ne se calcule pas. */
  sansPsu: number;
  resteAChargeCentimes: number;
  resteParPlaceCentimes: number | null;
  ecartPrevisionnel: Fraction | null;
  doutes: Doutes;
}>;

export function computeTotaux(bilans: readonly Bilan[]): Totaux {
  const total = (lit: (b: Bilan) => number, parmi = bilans) => parmi.reduce((cumul, b) => cumul + lit(b), 0);
  const calcules = bilans.filter(({ resteAChargeCentimes }) => resteAChargeCentimes !== null);
  const prevus = bilans.filter(({ factureesPrevues }) => factureesPrevues !== null);
  const charges = bilans.filter(({ chargesCentimes }) => chargesCentimes !== null);
  const heuresPayees = total((b) => b.projete.minutesFacturees, charges);
  const fait = {
    minutesOuvertes: total((b) => b.fait.minutesOuvertes),
    minutesContractees: total((b) => b.fait.minutesContractees),
    minutesFacturees: total((b) => b.fait.minutesFacturees),
    minutesRealisees: total((b) => b.fait.minutesRealisees),
    participationsCentimes: total((b) => b.fait.participationsCentimes),
  };
  const places = total((b) => b.places, calcules);
  const reste = total((b) => b.resteAChargeCentimes ?? 0);
  return {
    creches: bilans.length,
    places: total((b) => b.places),
    fait,
    projete: {
      minutesOuvertes: total((b) => b.projete.minutesOuvertes),
      minutesFacturees: total((b) => b.projete.minutesFacturees),
      minutesRealisees: total((b) => b.projete.minutesRealisees),
      participationsCentimes: total((b) => b.projete.participationsCentimes),
    },
    occupationReelle: computeOccupationReelle(fait),
    occupationFinanciere: computeOccupationFinanciere(fait),
    tauxFacturation: computeTauxFacturation(fait.minutesFacturees, fait.minutesRealisees),
    prixRevient: heuresPayees > 0 ? fraction(60 * total((b) => b.chargesCentimes ?? 0), 100 * heuresPayees) : null,
    psuCentimes: total((b) => (b.psu.issue === 'calcule' ? b.psu.psuCentimes : 0)),
    doutes: computeDoutes(bilans.map(({ doutes }) => doutes)),
    sansPsu: bilans.filter(({ psu }) => psu.issue === 'refuse').length,
    resteAChargeCentimes: reste,
    resteParPlaceCentimes: places > 0 ? arrondi(fraction(reste, places)) : null,
    ecartPrevisionnel: computeEcartPrevisionnel(
      total((b) => b.projete.minutesFacturees, prevus),
      total((b) => b.factureesPrevues ?? 0),
    ),
  };
}
