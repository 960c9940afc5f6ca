/** La participation des familles : d'où viennent leurs ressources, comment l'accueil se compte, comment un montant se lit. */

import { type JourCivil, jourCivil } from '#shared/jour-civil.ts';

/** D'où l'on tient les ressources d'une famille, ou pourquoi on ne les tient pas. */
export const ORIGINES_RESSOURCES = {
  CDAP: 'Lues à la Caf (CDAP)',
  AVIS_IMPOSITION: 'Avis d’imposition',
  REFUS: 'Refus de justifier, ou ressources inconnues',
  ASE: 'Enfant confié à l’aide sociale à l’enfance',
  URGENCE: 'Accueil d’urgence, ressources pas encore connues',
} as const;
export type OrigineRessources = keyof typeof ORIGINES_RESSOURCES;

/** Le mode d'accueil, dont dépend le taux d'effort : les crèches et micro-crèches sont collectives. */
export type ModeAccueil = 'COLLECTIF' | 'FAMILIAL';

export type Ressources = Readonly<{
  /** Ressources annuelles N-2 avant abattements ; nulles : inconnues ou refusées. */
  annuellesCentimes: number | null;
  enfantsACharge: number;
  /** Parmi eux, ceux qui ont l'allocation d'éducation de l'enfant handicapé. */
  enfantsAeeh: number;
  origine: OrigineRessources;
}>;

/** Avant ce jour, le barème est celui des constantes : il ne se saisit pas. */
export const PREMIER_JOUR_SAISI = jourCivil('2026-01-01');

/** Un barème des participations tel qu'il est enregistré : taux en dix-millièmes de pour cent, montants mensuels en centimes. */
export type BaremeEnregistre = Readonly<{
  id: string;
  du: JourCivil;
  /** Un, deux, trois, quatre à sept enfants à charge, huit et plus. */
  taux: readonly [number, number, number, number, number];
  plancherCentimes: number;
  plafondCentimes: number;
  confiance: 'verifie' | 'a-confirmer';
  source: string;
  version: number;
}>;

/** Le quotient entier le plus proche, le demi vers le haut (GEN-02) ; numérateur positif. */
export function computeQuotient(numerateur: number, denominateur: number): number {
  return Math.floor((2 * numerateur + denominateur) / (2 * denominateur));
}

/** « 2 000,00 € » */
export function formatEuros(centimes: number): string {
  return `${formatCentiemes(centimes)} €`;
}

/** Des centièmes entiers à la française : 11 879 s'écrit « 118,79 ». */
export function formatCentiemes(centiemes: number): string {
  const entier = String(Math.floor(centiemes / 100)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${entier},${String(centiemes % 100).padStart(2, '0')}`;
}
