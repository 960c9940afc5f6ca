/**
 * Où une ligne budgétaire finira l'année (DEP-02).
 *
 * Ce que dit le référentiel : taux d'engagement = engagé / budget ; taux de réalisation = mandaté / budget ;
 * atterrissage = mandaté + engagé non mandaté + rythme moyen × jours restants ; alerte au-delà de 105 % ou sous 80 % du budget.
 * Comment il est lu ici : le rythme moyen est celui des engagements qui se répètent, par jour écoulé de la ligne ; un engagement pris pour
 * tout l'exercice (un marché de ménage) n'y compte pas, sans quoi il serait compté deux fois. L'engagé non mandaté se compte engagement par
 * engagement : un mandatement plus fort que son engagement n'éteint pas le reste d'un autre. Rien n'est arrondi avant le total.
 * Au début de l'exercice le rythme ne veut rien dire : jusqu'au nombre de jours que fixe le département, seul ce qui est déjà engagé alerte.
 * Un budget nul n'a pas de taux ; y dépenser est un dépassement.
 * Non traité : la saison (les achats de rentrée) et les engagements qu'on sait à venir.
 */
import {
  arrondi,
  compareFractions,
  type Fraction,
  formatEntierDecimal,
  formatFraction,
  fraction,
  produit,
  quotient,
  somme,
} from '#shared/fraction.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { SommesLigne } from '../ligne-budget.ts';
import { computeAvancement } from './exercice.ts';

export type Seuils = Readonly<{ haut: number; bas: number; joursAvantRythme: number }>;

export const ALERTES = {
  DEPASSEMENT: 'Dépassera son budget',
  SOUS_CONSOMMATION: 'Sera sous-consommée',
} as const;
export type Alerte = keyof typeof ALERTES;

export type Atterrissage = Readonly<{
  disponibleCentimes: number;
  atterrissageCentimes: number;
  /** Ce dont on juge : le seul certain tant que le rythme ne veut rien dire, l'atterrissage ensuite. */
  jugeCentimes: number;
  rythmeConnu: boolean;
  /** En pour cent du budget ; nuls sans budget. */
  tauxEngagement: Fraction | null;
  tauxRealisation: Fraction | null;
  tauxAtterrissage: Fraction | null;
  /** Part de l'exercice écoulée, en pour cent. */
  tauxTemps: Fraction;
  alerte: Alerte | null;
  etapes: readonly string[];
}>;

type Faits = SommesLigne & { du: JourCivil };

export function computeAtterrissage(faits: Faits, jour: JourCivil, seuils: Seuils): Atterrissage {
  const { budgetCentimes, engageCentimes, mandateCentimes, resteAMandaterCentimes } = faits;
  const { total, ecoules, restants } = computeAvancement(faits.du, jour);
  const rythmeConnu = ecoules >= seuils.joursAvantRythme;
  const certain = mandateCentimes + resteAMandaterCentimes;
  const rythme = ecoules === 0 ? fraction(0) : fraction(faits.repeteCentimes, ecoules);
  const exact = somme(certain, produit(rythme, restants));
  const tauxAtterrissage = computeTaux(exact, budgetCentimes);
  return {
    disponibleCentimes: budgetCentimes - engageCentimes,
    atterrissageCentimes: arrondi(exact),
    jugeCentimes: rythmeConnu ? arrondi(exact) : certain,
    rythmeConnu,
    tauxEngagement: computeTaux(engageCentimes, budgetCentimes),
    tauxRealisation: computeTaux(mandateCentimes, budgetCentimes),
    tauxAtterrissage,
    tauxTemps: fraction(100 * ecoules, total),
    alerte: findAlerte({ budgetCentimes, certain, exact, rythmeConnu }, seuils),
    etapes: [
      `Mandaté ${formatCentimes(mandateCentimes)} + engagé et pas encore mandaté ${formatCentimes(resteAMandaterCentimes)} = ${formatCentimes(certain)}.`,
      `Rythme moyen : ${formatCentimes(faits.repeteCentimes)} d’engagements qui se répètent, sur ${formatJours(ecoules)} = ${formatFraction(quotient(rythme, 100))} € par jour.`,
      `Reste à venir : ${formatFraction(quotient(rythme, 100))} € × ${formatJours(restants)} = ${formatCentimes(arrondi(produit(rythme, restants)))}.`,
      `Atterrissage : ${formatCentimes(arrondi(exact))}${tauxAtterrissage ? `, soit ${formatFraction(tauxAtterrissage, 1)} % du budget de ${formatCentimes(budgetCentimes)}` : ', sans budget voté : pas de taux'}.`,
    ],
  };
}

type Mesure = { budgetCentimes: number; certain: number; exact: Fraction; rythmeConnu: boolean };

function findAlerte({ budgetCentimes, certain, exact, rythmeConnu }: Mesure, { haut, bas }: Seuils): Alerte | null {
  const projete = rythmeConnu ? exact : fraction(certain);
  if (compareFractions(produit(projete, 100), budgetCentimes * haut) > 0) return 'DEPASSEMENT';
  if (!rythmeConnu) return null;
  return compareFractions(produit(exact, 100), budgetCentimes * bas) < 0 ? 'SOUS_CONSOMMATION' : null;
}

function computeTaux(centimes: number | Fraction, budgetCentimes: number): Fraction | null {
  return budgetCentimes === 0 ? null : quotient(produit(centimes, 100), budgetCentimes);
}

/** Plusieurs lignes d'une crèche ou d'un territoire. */
export function computeSommes(lignes: readonly SommesLigne[]): SommesLigne {
  const total = (lire: (ligne: SommesLigne) => number) => lignes.reduce((cumul, ligne) => cumul + lire(ligne), 0);
  return {
    budgetCentimes: total((l) => l.budgetCentimes),
    engageCentimes: total((l) => l.engageCentimes),
    mandateCentimes: total((l) => l.mandateCentimes),
    resteAMandaterCentimes: total((l) => l.resteAMandaterCentimes),
    repeteCentimes: total((l) => l.repeteCentimes),
  };
}

/** « 1 250,00 € » */
export const formatCentimes = (centimes: number): string => `${formatEntierDecimal(centimes, 2)}\u00a0€`;
const formatJours = (jours: number): string => `${jours} jour${jours > 1 ? 's' : ''}`;
