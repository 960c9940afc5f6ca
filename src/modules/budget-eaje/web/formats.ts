/** Écrire des centimes, des taux et des minutes comme on les lit. */
import { type Fraction, formatEntierDecimal, formatFraction } from '#shared/fraction.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { Ton } from '#web/ui/ton.ts';
import type { Alerte } from '../rules/atterrissage.ts';

export const ABSENT = '–';

/** Des euros entiers, pour un tableau. */
export const formatEuros = (centimes: number): string => formatEntierDecimal(Math.round(centimes / 100), 0);
export const formatTaux = (taux: Fraction | null): string => (taux === null ? ABSENT : formatFraction(taux, 0));
/** « 1 250,50 », comme on le tape. */
export const formatSaisi = (centimes: number | null): string | null =>
  centimes === null ? null : formatEntierDecimal(centimes, 2).replaceAll('\u202f', ' ');
export const formatHeures = (minutes: number | null): string =>
  minutes === null ? ABSENT : `${formatEntierDecimal(Math.round((minutes * 100) / 60), 2).replace(/,?0+$/, '')}\u00a0h`;
/** « octobre 2026 » */
export const formatMois = (mois: JourCivil): string => formatJour(mois, 'long').replace(/^1er /, '');

export const TONS_ALERTE: Readonly<Record<Alerte, Ton>> = { DEPASSEMENT: 'retard', SOUS_CONSOMMATION: 'bientot' };
export const COURTES: Readonly<Record<Alerte, string>> = {
  DEPASSEMENT: 'dépassement',
  SOUS_CONSOMMATION: 'sous-consommée',
};
