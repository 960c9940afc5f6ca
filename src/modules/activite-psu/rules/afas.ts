/**
 * AFAS : les données d'activité et financières d'une crèche, prévisionnelles, actualisées ou réelles (AFS-01 à AFS-05).
 *
 * Ce que dit le texte : trois natures de déclaration par crèche et par exercice ; leurs dates viennent de chaque Caf.
 * Comment il est lu ici : le prévisionnel vient de l'exercice saisi ; l'actualisé, de ce qui est compté et de la projection ; le réel, des
 * mois comptés d'une année finie. Les écrans de la télédéclaration n'ont pas été lus : colonnes à confirmer.
 * Non traité : la ventilation des charges et produits par compte.
 */
import type { Bilan } from './bilan.ts';

export const NATURES_AFAS = { previsionnel: 'Prévisionnel', actualise: 'Actualisé', reel: 'Réel' } as const;
export type NatureAfas = keyof typeof NATURES_AFAS;

export type FaitsAfas = Readonly<{
  bilan: Bilan;
  anneeFinie: boolean;
  moisManquants: number;
  exercice: Readonly<{
    facturees: number | null;
    realisees: number | null;
    chargesPrevuesCentimes: number | null;
    chargesCentimes: number | null;
  }>;
}>;

export type ValeursAfas = Readonly<{
  minutesFacturees: number | null;
  minutesRealisees: number | null;
  chargesCentimes: number | null;
}>;

/** Ce que l'on déclare, selon la nature ; nul : à saisir. */
export function computeAfas(nature: NatureAfas, { bilan, exercice }: FaitsAfas): ValeursAfas {
  if (nature === 'previsionnel')
    return {
      minutesFacturees: exercice.facturees,
      minutesRealisees: exercice.realisees,
      chargesCentimes: exercice.chargesPrevuesCentimes,
    };
  const { minutesFacturees, minutesRealisees } = nature === 'reel' ? bilan.fait : bilan.projete;
  const chargesCentimes = nature === 'reel' ? exercice.chargesCentimes : bilan.chargesCentimes;
  return { minutesFacturees, minutesRealisees, chargesCentimes };
}

/** AFS-05 : les contrôles avant envoi. */
export function listControlesAfas(nature: NatureAfas, faits: FaitsAfas): string[] {
  const valeurs = computeAfas(nature, faits);
  const alertes = nature === 'previsionnel' ? [] : faits.bilan.alertes;
  return [
    valeurs.minutesFacturees === null && 'Heures facturées prévues à saisir',
    valeurs.minutesRealisees === null && 'Heures réalisées prévues à saisir',
    valeurs.chargesCentimes === null && 'Charges à saisir',
    nature === 'reel' && !faits.anneeFinie && 'L’année n’est pas finie : le réel est provisoire',
    nature === 'reel' && faits.moisManquants > 0 && `${faits.moisManquants} mois sans compte`,
    ...alertes,
  ].filter((controle) => controle !== false);
}
