/** Écrire des minutes, des centimes et des taux comme on les lit : heures entières, euros, pour cent. */
import { arrondi, type Fraction, formatEntierDecimal, formatFraction, fraction } from '#shared/fraction.ts';
import { formatDecimales } from '#shared/nombre-format.ts';
import type { Doutes } from '../rules/bilan.ts';

export const ABSENT = '–';

export const formatHeures = (minutes: number | Fraction): string =>
  formatFraction(
    typeof minutes === 'number' ? fraction(Math.round(minutes), 60) : fraction(minutes.n, 60n * minutes.d),
    0,
  );

export const formatTaux = (taux: Fraction | null, decimales = 1): string =>
  taux === null ? ABSENT : formatFraction(taux, decimales);

/** « 69,4 % » ; rien, sans unité, quand il n'y a rien à dire. */
export const formatPart = (taux: Fraction | null): string => (taux === null ? ABSENT : `${formatTaux(taux)}\u00a0%`);

/** Des euros entiers. */
export const formatEuros = (centimes: number | null): string =>
  centimes === null ? ABSENT : formatFraction(fraction(Math.round(centimes), 100), 0);

/** Au centime. */
export const formatCentimes = (centimes: number | null): string =>
  centimes === null ? ABSENT : `${formatEntierDecimal(Math.round(centimes), 2)} €`;

/** « + 15 832,38 € », « − 2 878,62 € ». */
export const formatEcart = (centimes: number): string =>
  `${centimes > 0 ? '+ ' : ''}${formatEntierDecimal(centimes, 2).replace('\u2212', '\u2212 ')} €`;

/** Pour un classeur : un nombre à deux décimales. */
export const computeNombre = (taux: Fraction | null): number | null => (taux === null ? null : arrondi(taux, 2) / 100);

/** « 312 pointages sur 8 214 » ; rien à dire s'il n'y en a aucun. */
export const formatDoutes = ({ doutes, pointages }: Doutes): string | null =>
  doutes === 0
    ? null
    : `${formatDecimales(doutes, 0)} ${doutes > 1 ? 'pointages' : 'pointage'} sur ${formatDecimales(pointages, 0)}`;
