/**
 * Ce qu'un prestataire devait un mois et ce qu'il a fait : ménage et intérim (PRS-01).
 *
 * Ce que dit le référentiel : ménage, prestations dues, faites, conformes ; pénalité proposée sous 95 % ; bon de service fait obligatoire.
 * Intérim : heures commandées, réalisées, facturées ; écart de qualification.
 * Comment il est lu ici : le taux est celui des prestations conformes sur les prestations dues. La pénalité proposée est la part du prix du
 * mois qui n'a pas été rendue conforme ; le barème du marché, s'il en a un, prévaut. Des heures facturées au-delà des réalisées se contestent.
 * Non traité : la mise en demeure du prestataire et l'application de la pénalité, qui sont à la commande publique.
 */
import { arrondi, compareFractions, type Fraction, fraction } from '#shared/fraction.ts';
import type { ServiceFait } from '../ligne-budget.ts';

export type Constat = Readonly<{
  /** En pour cent ; nul quand rien n'était dû. */
  tauxConforme: Fraction | null;
  penaliteCentimes: number | null;
  aContester: number;
}>;

type Faits = Pick<ServiceFait, 'dues' | 'conformes' | 'montantCentimes' | 'minutesRealisees' | 'minutesFacturees'>;

/** `seuil` en pour cent : sous lui, une pénalité se propose. `penaliteCentimes` reste nulle tant que le prix du mois n'est pas dit. */
export function computeConstat(faits: Faits, seuil: number): Constat {
  const { dues, conformes, montantCentimes, minutesRealisees, minutesFacturees } = faits;
  const tauxConforme = dues && conformes !== null ? fraction(100 * conformes, dues) : null;
  const insuffisant = tauxConforme !== null && compareFractions(tauxConforme, seuil) < 0;
  return {
    tauxConforme,
    penaliteCentimes:
      insuffisant && dues && conformes !== null && montantCentimes !== null
        ? arrondi(fraction(montantCentimes * (dues - conformes), dues))
        : null,
    aContester: Math.max(0, (minutesFacturees ?? 0) - (minutesRealisees ?? minutesFacturees ?? 0)),
  };
}

export const isInsuffisant = ({ tauxConforme }: Constat, seuil: number): boolean =>
  tauxConforme !== null && compareFractions(tauxConforme, seuil) < 0;

/** « 7,33 » : deux décimales, qui relues rendent les mêmes minutes. */
export const formatHeuresSaisies = (minutes: number): string =>
  String(Math.round((minutes * 100) / 60) / 100).replace('.', ',');
