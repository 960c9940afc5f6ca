/** Les heures d'une crèche, un mois donné. Des minutes entières et des centimes entiers (GEN-02). */
import type { JourCivil } from '#shared/jour-civil.ts';

export type MoisActivite = Readonly<{
  etablissementId: string;
  /** Le premier jour du mois. */
  mois: JourCivil;
  places: number;
  joursOuverts: number;
  minutesOuvertes: number;
  minutesContractees: number;
  minutesFacturees: number;
  minutesRealisees: number;
  /** Facturées et réalisées hors contrat régulier. */
  minutesOccasionnelles: number;
  /** Ce qui reste à venir dans le mois. */
  ouvertesAVenir: number;
  contracteesAVenir: number;
  joursAVenir: number;
  participationsCentimes: number;
  enfants: number;
  enfantsHandicap: number;
  /** Pointages sans départ ou douteux, accueils sans tarif. */
  doutes: number;
  pointages: number;
  calculeLe: string;
  figeLe: string | null;
  /** Un acte en a changé les heures depuis qu'il est compté, ou figé. */
  touche: boolean;
}>;
