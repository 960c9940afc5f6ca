/**
 * AFAS : les données d'activité et financières d'une crèche, prévisionnelles, actualisées ou réelles (AFS-01 à AFS-05).
 *
 * Ce que dit le texte : trois natures de déclaration par crèche et par exercice ; leurs dates viennent de chaque Caf.
 * Comment il est lu ici : le prévisionnel vient de l'exercice saisi ; l'actualisé va au 31 décembre, par la projection ; le réel s'arrête à
 * ce qui est fait, et reste provisoire tant que l'année n'est pas finie. Les enfants sont les enfants différents de l'année. Les écrans de la télédéclaration n'ont pas été lus : colonnes à confirmer.
 * Non traité : la ventilation des charges et produits par compte ; les enfants d'un prévisionnel.
 */
import { arrondi, fraction, produit } from '#shared/fraction.ts';
import type { Exercice } from '../exercice.ts';
import type { MoisActivite } from '../mois-activite.ts';
import type { Bilan } from './bilan.ts';

export const NATURES_AFAS = { previsionnel: 'Prévisionnel', actualise: 'Actualisé', reel: 'Réel' } as const;
export type NatureAfas = keyof typeof NATURES_AFAS;

export type EnfantsDeLAnnee = Readonly<{ enfants: number; handicap: number }>;

export type FaitsAfas = Readonly<{
  bilan: Bilan;
  mois: readonly MoisActivite[];
  /** Des enfants différents : un enfant de douze mois compte une fois, comme dans Filoué. */
  enfants: EnfantsDeLAnnee;
  anneeFinie: boolean;
  moisManquants: number;
  exercice: Exercice | undefined;
}>;

export type ValeursAfas = Readonly<{
  joursOuverts: number | null;
  minutesOuvertes: number | null;
  minutesFacturees: number | null;
  minutesRealisees: number | null;
  minutesOccasionnelles: number | null;
  participationsCentimes: number | null;
  enfants: EnfantsDeLAnnee | null;
  chargesCentimes: number | null;
}>;

/** Ce que l'on déclare, selon la nature ; nul : à saisir, ou inconnu. Toutes les valeurs d'une nature vont au même jour. */
export function computeAfas(nature: NatureAfas, faits: FaitsAfas): ValeursAfas {
  const { bilan, mois, enfants, exercice } = faits;
  const total = (lit: (m: MoisActivite) => number) => mois.reduce((somme, m) => somme + lit(m), 0);
  const annee = mois.length === 0 ? null : total((m) => m.joursOuverts);
  if (nature === 'previsionnel')
    return {
      joursOuverts: annee,
      minutesOuvertes: mois.length === 0 ? null : bilan.projete.minutesOuvertes,
      minutesFacturees: exercice?.factureesPrevues ?? null,
      minutesRealisees: exercice?.realiseesPrevues ?? null,
      minutesOccasionnelles: null,
      participationsCentimes: null,
      enfants: null,
      chargesCentimes: exercice?.chargesPrevuesCentimes ?? null,
    };
  const occasionnelles = total((m) => m.minutesOccasionnelles);
  const { minutesContractees: _, ...fait } = bilan.fait;
  if (nature === 'reel')
    return {
      ...fait,
      joursOuverts: annee === null ? null : annee - total((m) => m.joursAVenir),
      minutesOccasionnelles: occasionnelles,
      enfants,
      chargesCentimes: exercice?.chargesCentimes ?? null,
    };
  return {
    ...bilan.projete,
    joursOuverts: annee,
    minutesOccasionnelles: computeOccasionnelles(occasionnelles, bilan),
    enfants,
    chargesCentimes: bilan.chargesCentimes,
  };
}

/** L'occasionnel garde, au 31 décembre, sa part des heures facturées à ce jour. */
function computeOccasionnelles(minutes: number, { fait, projete }: Bilan): number | null {
  return fait.minutesFacturees === 0
    ? null
    : arrondi(produit(projete.minutesFacturees, fraction(minutes, fait.minutesFacturees)));
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
