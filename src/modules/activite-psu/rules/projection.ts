/**
 * La projection au 31 décembre et son écart au prévisionnel (AFS-04).
 *
 * Ce que dit le texte : rien ; la Caf demande un prévisionnel, puis des actualisations. La méthode est celle du référentiel (hypothèse).
 * Comment il est lu ici : ce qui est fait, plus, pour chaque mois restant, les heures des contrats en cours multipliées par le rapport
 * observé le même mois de l'année précédente (heures facturées et réalisées sur heures contractées) ; à défaut, et quand ce mois-là n'a
 * pas de pointage, le rapport observé depuis janvier. Les participations suivent les heures facturées. Un écart de plus de 5 % au prévisionnel est signalé.
 * Non traité : les contrats qui ne sont pas encore signés.
 */
import { arrondi, compareFractions, type Fraction, fraction, produit, somme } from '#shared/fraction.ts';

export type Cumul = Readonly<{
  minutesOuvertes: number;
  minutesFacturees: number;
  minutesRealisees: number;
  participationsCentimes: number;
}>;

type Rapports = Readonly<{ minutesContractees: number; minutesFacturees: number; minutesRealisees: number }>;

export type MoisAVenir = Readonly<{
  ouvertes: number;
  contractees: number;
  /** Le même mois, un an plus tôt, s'il est connu. */
  saison: Rapports | null;
}>;

/** Un mois ne dit la saison que s'il a été pointé : des contrats sans aucune présence diraient un taux de facturation sans borne. */
export function isSaison(mois: Rapports | null): mois is Rapports {
  return mois !== null && mois.minutesContractees > 0 && mois.minutesRealisees > 0;
}

/** Ce qui est fait, prolongé mois par mois jusqu'au 31 décembre. */
export function computeProjection(
  fait: Cumul & { minutesContractees: number },
  aVenir: readonly MoisAVenir[],
): Cumul & { saisonniers: number } {
  const mois = aVenir.map(({ contractees, saison }) => {
    const rapports = isSaison(saison) ? saison : fait;
    return {
      facturees: computePart(contractees, rapports.minutesFacturees, rapports.minutesContractees),
      realisees: computePart(contractees, rapports.minutesRealisees, rapports.minutesContractees),
    };
  });
  const facturees = mois.reduce((total, m) => somme(total, m.facturees), fraction(0));
  const realisees = mois.reduce((total, m) => somme(total, m.realisees), fraction(0));
  return {
    minutesOuvertes: fait.minutesOuvertes + aVenir.reduce((total, { ouvertes }) => total + ouvertes, 0),
    minutesFacturees: fait.minutesFacturees + arrondi(facturees),
    minutesRealisees: fait.minutesRealisees + arrondi(realisees),
    participationsCentimes:
      fait.participationsCentimes + arrondi(computePart(facturees, fait.participationsCentimes, fait.minutesFacturees)),
    saisonniers: aVenir.filter(({ saison }) => isSaison(saison)).length,
  };
}

function computePart(base: number | Fraction, partie: number, tout: number): Fraction {
  return tout <= 0 ? fraction(0) : produit(base, fraction(partie, tout));
}

/** Écart du projeté au prévisionnel, en pour cent ; nul sans prévisionnel. */
export function computeEcartPrevisionnel(projete: number, previsionnel: number | null): Fraction | null {
  return previsionnel === null || previsionnel <= 0 ? null : fraction(100 * (projete - previsionnel), previsionnel);
}

const ECART_SIGNALE = 5;

/** AFS-04 : plus de 5 %, dans un sens ou dans l'autre. */
export function isEcartSignale(ecart: Fraction | null): boolean {
  return ecart !== null && (compareFractions(ecart, ECART_SIGNALE) > 0 || compareFractions(ecart, -ECART_SIGNALE) < 0);
}
