/**
 * Où une ligne budgétaire finira l'année (DEP-02).
 *
 * Ce que dit le référentiel : taux d'engagement = engagé / budget ; taux de réalisation = mandaté / budget ;
 * atterrissage = mandaté + engagé non mandaté + rythme moyen × jours restants ; alerte au-delà de 105 % ou sous 80 % du budget.
 * Comment il est lu ici : le rythme moyen est celui des engagements qui se répètent, par jour écoulé de la ligne ; un engagement pris pour
 * tout l'exercice (un marché de ménage) n'y compte pas, sans quoi il serait compté deux fois. L'engagé non mandaté se compte engagement par
 * engagement : un mandatement plus fort que son engagement n'éteint pas le reste d'un autre. Rien n'est arrondi avant le total.
 * Au début de la ligne le rythme ne veut rien dire : jusqu'au nombre de jours que fixe le département, l'atterrissage est ce qui est déjà
 * engagé. L'exercice fini, il n'y a plus rien à projeter : une ligne ouverte trop tard pour avoir un rythme se juge sur ce qui est engagé.
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
  /** Faux : trop tôt pour projeter, l'atterrissage est ce qui est déjà engagé. */
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

function computeProjection(faits: Faits, jour: JourCivil, { joursAvantRythme }: Seuils) {
  const { total, ecoules, restants } = computeAvancement(faits.du, jour);
  const rythmeConnu = ecoules >= joursAvantRythme || restants === 0;
  const certain = faits.mandateCentimes + faits.resteAMandaterCentimes;
  const rythme = ecoules === 0 ? fraction(0) : fraction(faits.repeteCentimes, ecoules);
  const aVenir = rythmeConnu ? produit(rythme, restants) : fraction(0);
  return { total, ecoules, restants, rythmeConnu, certain, rythme, aVenir, exact: somme(certain, aVenir) };
}

/** Le montant seul, sans ses taux ni son calcul écrit : le tableau en additionne des centaines. */
export function computeMontant(
  faits: Faits,
  jour: JourCivil,
  seuils: Seuils,
): Pick<Atterrissage, 'atterrissageCentimes' | 'rythmeConnu'> {
  const { exact, rythmeConnu } = computeProjection(faits, jour, seuils);
  return { atterrissageCentimes: arrondi(exact), rythmeConnu };
}

export function computeAtterrissage(faits: Faits, jour: JourCivil, seuils: Seuils): Atterrissage {
  const { budgetCentimes, engageCentimes, mandateCentimes, resteAMandaterCentimes } = faits;
  const projection = computeProjection(faits, jour, seuils);
  const { total, ecoules, restants, rythmeConnu, certain, rythme, aVenir, exact } = projection;
  const tauxAtterrissage = computeTaux(exact, budgetCentimes);
  return {
    disponibleCentimes: budgetCentimes - engageCentimes,
    atterrissageCentimes: arrondi(exact),
    rythmeConnu,
    tauxEngagement: computeTaux(engageCentimes, budgetCentimes),
    tauxRealisation: computeTaux(mandateCentimes, budgetCentimes),
    tauxAtterrissage,
    tauxTemps: fraction(100 * ecoules, total),
    alerte: findAlerte({ budgetCentimes, exact, rythmeConnu }, seuils),
    etapes: [
      `Mandaté ${formatCentimes(mandateCentimes)} + engagé et pas encore mandaté ${formatCentimes(resteAMandaterCentimes)} = ${formatCentimes(certain)}.`,
      `Rythme moyen : ${formatCentimes(faits.repeteCentimes)} d’engagements qui se répètent, sur ${formatJours(ecoules)} = ${formatFraction(quotient(rythme, 100))} € par jour.`,
      rythmeConnu
        ? `Reste à venir : ${formatFraction(quotient(rythme, 100))} € × ${formatJours(restants)} = ${formatCentimes(arrondi(aVenir))}.`
        : `Un rythme ne se lit qu’après ${formatJours(seuils.joursAvantRythme)} : rien ne s’ajoute encore à ce qui est engagé.`,
      `Atterrissage : ${formatCentimes(arrondi(exact))}${tauxAtterrissage ? `, soit ${formatFraction(tauxAtterrissage, 1)} % du budget de ${formatCentimes(budgetCentimes)}` : ', sans budget voté : pas de taux'}.`,
    ],
  };
}

type Mesure = { budgetCentimes: number; exact: Fraction; rythmeConnu: boolean };

function findAlerte({ budgetCentimes, exact, rythmeConnu }: Mesure, { haut, bas }: Seuils): Alerte | null {
  if (compareFractions(produit(exact, 100), budgetCentimes * haut) > 0) return 'DEPASSEMENT';
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
