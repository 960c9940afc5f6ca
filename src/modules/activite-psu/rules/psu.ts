/**
 * La prestation de service unique d'une crèche pour une année (PSU-01, PSU-06 à PSU-11).
 *
 * Ce que dit le texte : la Caf prend en charge 66 % du prix de revient horaire, dans la limite du prix plafond, sur les actes, et en
 * déduit les participations des familles. Le taux de facturation, heures facturées sur heures réalisées, choisit le prix plafond.
 * Comment il est lu ici : les actes sont les heures facturées (PSU-06 et PSU-07, à confirmer) ; la prestation ne descend pas sous zéro ;
 * les heures hors présence saisies (PSU-09) s'y ajoutent ensuite, au même prix : elles ne changent ni le prix de revient, ni ce que les
 * participations retirent. Sans heure réalisée, le taux est indéfini : aucun calcul. Des heures toutes saisies comme exceptionnelles
 * annulent la subvention (PSU-10) : refus.
 * Non traité : la pondération du régime général, les bornes d'âge, les sanctions des Caf (PSU-11).
 */
import {
  arrondi,
  compareFractions,
  type Fraction,
  formatEntierDecimal,
  formatFraction,
  fraction,
  minimum,
  produit,
  quotient,
} from '#shared/fraction.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { type BaremePsu, formatBareme } from '../bareme.ts';
import { computePrixPlafond, findForme } from './prix-plafond.ts';
import {
  CALCUL,
  HEURES_EXCEPTIONNELLES,
  HORS_PRESENCE,
  LINEAIRE,
  PALIERS,
  PRIX_DE_REVIENT,
  TAUX_FACTURATION,
} from './textes.ts';

export type FaitsPsu = Readonly<{
  annee: number;
  minutesFacturees: number | Fraction;
  minutesRealisees: number | Fraction;
  minutesHorsPresence?: number;
  minutesExceptionnelles?: number;
  chargesCentimes: number | null;
  participationsCentimes: number;
  fournitTout: boolean;
  /** Ces heures vont au 31 décembre, sans y être encore. */
  projete?: boolean;
}>;

export type RefusPsu = Readonly<{
  issue: 'refuse';
  code:
    | 'TAUX_FACTURATION_INDEFINI'
    | 'BAREME_ABSENT'
    | 'CHARGES_ABSENTES'
    | 'HEURES_FACTUREES_NULLES'
    | 'HEURES_EXCEPTIONNELLES';
  motif: string;
  /** Ce que les heures disent d'elles-mêmes, quoi qu'il manque pour calculer. */
  alertes: readonly string[];
  textes: readonly TexteLegal[];
}>;

export type CalculPsu = Readonly<{
  issue: 'calcule';
  /** En pour cent. */
  taux: Fraction;
  /** En euros par heure. */
  prixRevient: Fraction;
  prixPlafond: Fraction;
  prixRetenu: Fraction;
  bruteCentimes: number;
  horsPresenceCentimes: number;
  psuCentimes: number;
  /** PSU et participations : ce que la crèche reçoit, quoi que gagnent les familles (PSU-08). */
  recetteCentimes: number;
  etapes: readonly string[];
  alertes: readonly string[];
  textes: readonly TexteLegal[];
}>;

/** PSU-01, en pour cent ; nul si aucune heure n'est réalisée. */
export function computeTauxFacturation(facturees: number | Fraction, realisees: number | Fraction): Fraction | null {
  return compareFractions(realisees, 0) <= 0 ? null : produit(quotient(facturees, realisees), 100);
}

export function computePsu(bareme: BaremePsu | undefined, faits: FaitsPsu): CalculPsu | RefusPsu {
  const refus = findRefus(bareme, faits);
  if (refus) return refus;
  const taux = computeTauxFacturation(faits.minutesFacturees, faits.minutesRealisees);
  if (!bareme || taux === null || faits.chargesCentimes === null) throw new RangeError('Refus attendu');
  const heures = quotient(faits.minutesFacturees, 60);
  const prixRevient = quotient(fraction(faits.chargesCentimes, 100), heures);
  const prixPlafond = computePrixPlafond(bareme, taux, faits.fournitTout);
  const prixRetenu = minimum(prixRevient, prixPlafond);
  const bruteCentimes = arrondi(produit(bareme.taux, prixRetenu, heures));
  const horsPresenceCentimes = arrondi(produit(bareme.taux, prixRetenu, fraction(faits.minutesHorsPresence ?? 0, 60)));
  const psuCentimes = Math.max(0, bruteCentimes - faits.participationsCentimes) + horsPresenceCentimes;
  const calcul = { taux, prixRevient, prixPlafond, prixRetenu, bruteCentimes, horsPresenceCentimes, psuCentimes };
  return {
    issue: 'calcule',
    ...calcul,
    recetteCentimes: psuCentimes + faits.participationsCentimes,
    etapes: formatEtapes(bareme, faits, { ...calcul, heures }),
    alertes: listAlertes(taux, faits),
    textes: listTextes(bareme, faits),
  };
}

function findRefus(bareme: BaremePsu | undefined, faits: FaitsPsu): RefusPsu | undefined {
  const { annee, minutesFacturees, minutesRealisees, minutesExceptionnelles = 0, chargesCentimes } = faits;
  const refuse = (code: RefusPsu['code'], motif: string, textes: readonly TexteLegal[]): RefusPsu => ({
    issue: 'refuse',
    code,
    motif,
    alertes: listAlertes(computeTauxFacturation(minutesFacturees, minutesRealisees), faits),
    textes,
  });
  if (minutesExceptionnelles > 0 && compareFractions(minutesExceptionnelles, minutesFacturees) >= 0)
    return refuse(
      'HEURES_EXCEPTIONNELLES',
      'Toutes les heures sont saisies comme exceptionnelles : le taux de facturation tomberait à zéro et la subvention serait nulle. Ne déclarez là que les heures décidées par la Cnaf.',
      [HEURES_EXCEPTIONNELLES],
    );
  if (compareFractions(minutesRealisees, 0) <= 0)
    return refuse('TAUX_FACTURATION_INDEFINI', 'Aucune heure réalisée : le taux de facturation ne se calcule pas.', [
      TAUX_FACTURATION,
    ]);
  if (compareFractions(minutesFacturees, 0) <= 0)
    return refuse('HEURES_FACTUREES_NULLES', 'Aucune heure facturée : le prix de revient ne se calcule pas.', [
      PRIX_DE_REVIENT,
    ]);
  if (!bareme)
    return refuse(
      'BAREME_ABSENT',
      `Le barème de la PSU de ${annee} n’est pas saisi : aucun montant ne se calcule. Saisissez-le depuis l’annexe de la Cnaf.`,
      [CALCUL],
    );
  if (chargesCentimes === null)
    return refuse(
      'CHARGES_ABSENTES',
      `Les charges de fonctionnement de ${annee} ne sont pas saisies : le prix de revient est un montant à saisir.`,
      [PRIX_DE_REVIENT],
    );
  return undefined;
}

/** V-PSU-08 : moins facturé que réalisé, une saisie est sans doute fausse. */
function listAlertes(taux: Fraction | null, { projete, minutesExceptionnelles = 0 }: FaitsPsu): string[] {
  return [
    taux !== null &&
      compareFractions(taux, 100) < 0 &&
      `${formatTitreTaux(projete)} de ${formatFraction(taux)} %, sous 100 : des heures réalisées ne sont pas facturées. Vérifiez les pointages et les contrats.`,
    minutesExceptionnelles > 0 &&
      'Des heures exceptionnelles sont saisies : vérifiez la décision de la Cnaf qui les permet.',
  ].filter((alerte) => alerte !== false);
}

const formatTitreTaux = (projete = false) => `Taux de facturation${projete ? ' projeté au 31 décembre' : ''}`;

type Chiffres = Pick<
  CalculPsu,
  'taux' | 'prixRevient' | 'prixPlafond' | 'prixRetenu' | 'bruteCentimes' | 'horsPresenceCentimes' | 'psuCentimes'
> & { heures: Fraction };

function formatEtapes(bareme: BaremePsu, faits: FaitsPsu, c: Chiffres): string[] {
  const heures = (minutes: number | Fraction) => `${formatFraction(quotient(minutes, 60))} h`;
  const charges = formatEntierDecimal(faits.chargesCentimes ?? 0, 2);
  const participations = formatEntierDecimal(faits.participationsCentimes, 2);
  const brute = formatEntierDecimal(c.bruteCentimes, 2);
  const hors = formatEntierDecimal(c.horsPresenceCentimes, 2);
  return [
    `${formatTitreTaux(faits.projete)} : ${heures(faits.minutesFacturees)} facturées / ${heures(faits.minutesRealisees)} réalisées = ${formatFraction(c.taux)} %`,
    `Prix de revient : ${charges} € / ${formatFraction(c.heures)} h = ${formatFraction(c.prixRevient, 4)} €/h`,
    `Prix plafond pour ${formatFraction(c.taux)} %, ${faits.fournitTout ? 'couches et repas fournis' : 'couches ou repas non fournis'} : ${formatFraction(c.prixPlafond, 4)} €/h, ${formatBareme(bareme)}`,
    `Prise en charge : ${bareme.taux} % × ${formatFraction(c.prixRetenu, 4)} € × ${formatFraction(c.heures)} h = ${brute} €`,
    ...(c.horsPresenceCentimes > 0
      ? [`Hors présence : ${heures(faits.minutesHorsPresence ?? 0)} au même prix = ${hors} €`]
      : []),
    `Prestation : ${brute} € − ${participations} € de participations${c.bruteCentimes < faits.participationsCentimes ? ', zéro au moins' : ''}${c.horsPresenceCentimes > 0 ? ` + ${hors} € hors présence` : ''} = ${formatEntierDecimal(c.psuCentimes, 2)} €`,
  ];
}

function listTextes(bareme: BaremePsu, { minutesHorsPresence = 0 }: FaitsPsu): TexteLegal[] {
  return [
    TAUX_FACTURATION,
    findForme(bareme.annee) === 'PALIERS' ? PALIERS : LINEAIRE,
    CALCUL,
    PRIX_DE_REVIENT,
    ...(minutesHorsPresence > 0 ? [HORS_PRESENCE] : []),
  ];
}
