/**
 * Les bonus qui s'ajoutent à la prestation de service unique (BON-01 à BON-07).
 *
 * Ce que dit le texte : mixité sociale selon la participation horaire moyenne ; inclusion handicap selon la part d'enfants concernés ;
 * attractivité dans le secteur public si une hausse pérenne est votée.
 * Comment il est lu ici : un bonus ne se calcule que les années dont la table est connue ; ailleurs, c'est un montant à saisir. Les seuils
 * de l'inclusion handicap (5 et 7,5 %) sont à confirmer.
 * Non traité : le bonus territoire (BON-04), dont le montant par place vient de la convention ; le bonus trajectoire (BON-05), dont on n'a pas lu
 * si la hausse des places se compte par crèche, par gestionnaire ou par convention ; l'éligibilité d'un département ; le plafond du coût
 * par place de l'inclusion handicap (BON-02), dont le montant n'est pas lu ; quels enfants y ouvrent droit (BON-03) : la crèche le dit de chacun.
 */
import { createDonneeDatee } from '#shared/donnee-datee.ts';
import { arrondi, compareFractions, type Fraction, fraction, minimum, produit } from '#shared/fraction.ts';
import { jourCivil } from '#shared/jour-civil.ts';

type Tranche = Readonly<{ jusqua: number; centimes: number }>;

/** BON-01 : participation horaire en centimes, montant par place en centimes. Revalorisé depuis 2024 : montants non lus. */
const MIXITE = createDonneeDatee<readonly Tranche[]>('Bonus mixité sociale', [
  {
    du: jourCivil('2019-01-01'),
    au: jourCivil('2023-12-31'),
    valeur: [
      { jusqua: 75, centimes: 210_000 },
      { jusqua: 100, centimes: 80_000 },
      { jusqua: 125, centimes: 30_000 },
    ],
  },
]);

/** BON-02 : plafond par place en centimes, et taux de financement selon la part d'enfants (en dix-millièmes, seuils à confirmer). */
const HANDICAP = createDonneeDatee('Bonus inclusion handicap', [
  {
    du: jourCivil('2019-01-01'),
    au: jourCivil('2020-12-31'),
    valeur: {
      plafondPlaceCentimes: 130_000,
      tranches: [
        { sous: 500, taux: 15 },
        { sous: 750, taux: 30 },
      ],
      tauxHaut: 45,
    },
  },
]);

/** BON-06 : au plus, par place et par an. */
const ATTRACTIVITE = createDonneeDatee('Bonus attractivité, secteur public', [
  { du: jourCivil('2024-01-01'), au: null, valeur: 47_500 },
]);

export type Bonus = Readonly<{ connu: true; centimes: number; etape: string } | { connu: false; motif: string }>;

const formatPlaces = (places: number) => `${places} place${places > 1 ? 's' : ''}`;

const A_SAISIR = 'montant à saisir : la table de cette année n’est pas connue';

/** BON-01 ; `participationHoraire` en centimes. */
export function computeBonusMixite(annee: number, places: number, participationHoraire: Fraction): Bonus {
  const tranches = findAnnee(MIXITE, annee);
  if (!tranches) return { connu: false, motif: A_SAISIR };
  const tranche = tranches.find(({ jusqua }) => compareFractions(participationHoraire, jusqua) <= 0);
  const parPlace = tranche?.centimes ?? 0;
  return { connu: true, centimes: places * parPlace, etape: `${formatPlaces(places)} × ${parPlace / 100} €` };
}

/** « Proche » ne se définit nulle part : cinq centimes par heure, une hypothèse. */
const PROCHE = 5;

/** Le seuil de mixité, en centimes par heure, à côté duquel se tient cette participation ; ceux de la dernière table lue (BON-01, IND-21). */
export function findSeuilMixiteProche(centimes: number): number | undefined {
  return MIXITE.versions.at(-1)?.valeur.find(({ jusqua }) => Math.abs(centimes - jusqua) <= PROCHE + 1e-9)?.jusqua;
}

type FaitsHandicap = Readonly<{
  places: number;
  part: Fraction;
  coutPlaceCentimes: number;
  plafondCoutCentimes?: number;
}>;

/** BON-02 ; `part` d'enfants concernés, entre 0 et 1. */
export function computeBonusHandicap(
  annee: number,
  { places, part, coutPlaceCentimes, plafondCoutCentimes }: FaitsHandicap,
): Bonus {
  const table = findAnnee(HANDICAP, annee);
  if (!table) return { connu: false, motif: A_SAISIR };
  const dixMilliemes = produit(part, 10_000);
  const taux = table.tranches.find(({ sous }) => compareFractions(dixMilliemes, sous) < 0)?.taux ?? table.tauxHaut;
  const cout = minimum(coutPlaceCentimes, plafondCoutCentimes ?? coutPlaceCentimes);
  const parPlace = minimum(produit(part, fraction(taux, 100), cout), table.plafondPlaceCentimes);
  return {
    connu: true,
    centimes: arrondi(produit(places, parPlace)),
    etape: `${formatPlaces(places)}, taux de financement ${taux} %`,
  };
}

/** BON-06 : au plus, si la hausse de rémunération est votée. */
export function computeBonusAttractivite(annee: number, places: number, hausseVotee: boolean): Bonus {
  const parPlace = findAnnee(ATTRACTIVITE, annee);
  if (parPlace === undefined) return { connu: false, motif: A_SAISIR };
  return {
    connu: true,
    centimes: hausseVotee ? places * parPlace : 0,
    etape: `${formatPlaces(places)} × ${parPlace / 100} € au plus`,
  };
}

function findAnnee<T>(
  table: { versions: readonly { du: string; au: string | null; valeur: T }[] },
  annee: number,
): T | undefined {
  const jour = `${annee}-01-01`;
  return table.versions.find(({ du, au }) => du <= jour && (au === null || jour <= au))?.valeur;
}
