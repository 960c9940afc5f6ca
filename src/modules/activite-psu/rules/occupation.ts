/**
 * Occupation et coûts d'une crèche (OCC-01 à OCC-06, IND-03, IND-21, IND-25).
 *
 * Ce que dit le texte : rien d'impératif ; ce sont les formules des Caf et des gestionnaires (à confirmer), et leurs repères nationaux.
 * Comment il est lu ici : des minutes entières au numérateur et au dénominateur ; un territoire se calcule par la somme des numérateurs
 * sur la somme des dénominateurs, jamais par une moyenne de taux.
 * Non traité : la variante « réelle » de la capacité, qui retire les places gelées.
 */
import { arrondi, type Fraction, fraction, quotient } from '#shared/fraction.ts';

export type Heures = Readonly<{ minutesOuvertes: number; minutesFacturees: number; minutesRealisees: number }>;

/** OCC-02, en pour cent. */
export function computeOccupationReelle({ minutesRealisees, minutesOuvertes }: Heures): Fraction | null {
  return computePart(minutesRealisees, minutesOuvertes);
}

/** OCC-03, en pour cent. */
export function computeOccupationFinanciere({ minutesFacturees, minutesOuvertes }: Heures): Fraction | null {
  return computePart(minutesFacturees, minutesOuvertes);
}

function computePart(partie: number, tout: number): Fraction | null {
  return tout <= 0 ? null : fraction(100 * partie, tout);
}

/** OCC-05, en centimes par place. */
export function computePrixRevientPlace(chargesCentimes: number | null, places: number): number | null {
  return chargesCentimes === null || places <= 0 ? null : arrondi(fraction(chargesCentimes, places));
}

type Recettes = Readonly<{
  chargesCentimes: number | null;
  psuCentimes: number | null;
  participationsCentimes: number;
  bonusCentimes: number;
  autresRecettesCentimes: number;
}>;

/** OCC-06 ; nul tant que les charges ou la prestation ne sont pas connues. */
export function computeResteACharge(recettes: Recettes): number | null {
  const { chargesCentimes, psuCentimes, participationsCentimes, bonusCentimes, autresRecettesCentimes } = recettes;
  if (chargesCentimes === null || psuCentimes === null) return null;
  return chargesCentimes - psuCentimes - participationsCentimes - bonusCentimes - autresRecettesCentimes;
}

/** IND-21 : participation moyenne par heure facturée, en centimes. */
export function computeParticipationHoraire(participationsCentimes: number, minutesFacturees: number): Fraction | null {
  return minutesFacturees <= 0 ? null : quotient(participationsCentimes, fraction(minutesFacturees, 60));
}
