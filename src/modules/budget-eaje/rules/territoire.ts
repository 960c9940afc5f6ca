/**
 * Le budget d'un territoire, une ligne par crèche et par nature (DEP-02).
 *
 * Comment il est lu ici : plusieurs lignes de même nature dans une crèche s'ajoutent, chacune atterrissant à son rythme ; l'alerte du groupe
 * est la plus grave des leurs. Une ligne trop pleine ne se cache pas derrière une autre trop vide.
 * Non traité : les virements entre crèches.
 */
import { type Fraction, fraction } from '#shared/fraction.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { LigneBudget, NatureLigne } from '../ligne-budget.ts';
import { type Alerte, computeAtterrissage, computeSommes, type Seuils } from './atterrissage.ts';

export type GroupeBudget = Readonly<{
  cle: string;
  etablissementId: string;
  creche: string;
  territoireId: string | null;
  territoire: string;
  nature: NatureLigne;
  /** Les services qui en tiennent les lignes ; vide quand c'est la crèche. */
  tenue: string;
  /** La seule ligne du groupe, s'il n'en a qu'une. */
  ligneId: string | null;
  lignes: number;
  budgetCentimes: number;
  engageCentimes: number;
  mandateCentimes: number;
  atterrissageCentimes: number;
  tauxEngagement: Fraction | null;
  tauxRealisation: Fraction | null;
  tauxAtterrissage: Fraction | null;
  alerte: Alerte | null;
}>;

export function buildGroupes(lignes: readonly LigneBudget[], jour: JourCivil, seuils: Seuils): GroupeBudget[] {
  const groupes = Map.groupBy(lignes, ({ etablissementId, nature }) => `${etablissementId} ${nature}`);
  return [...groupes].map(([cle, siennes]) => buildGroupe(cle, siennes, jour, seuils));
}

function buildGroupe(cle: string, siennes: readonly LigneBudget[], jour: JourCivil, seuils: Seuils): GroupeBudget {
  const [premiere] = siennes as readonly [LigneBudget, ...LigneBudget[]];
  const { budgetCentimes, engageCentimes, mandateCentimes } = computeSommes(siennes);
  const atterrissages = siennes.map((ligne) => computeAtterrissage(ligne, jour, seuils));
  const atterrissageCentimes = atterrissages.reduce((total, a) => total + a.atterrissageCentimes, 0);
  const taux = (centimes: number) => (budgetCentimes === 0 ? null : fraction(100 * centimes, budgetCentimes));
  return {
    cle,
    etablissementId: premiere.etablissementId,
    creche: premiere.creche,
    territoireId: premiere.territoireId,
    territoire: premiere.territoire ?? '',
    nature: premiere.nature,
    tenue: [...new Set(siennes.map(({ service }) => service ?? 'La crèche'))].join(', '),
    ligneId: siennes.length === 1 ? premiere.id : null,
    lignes: siennes.length,
    ...{ budgetCentimes, engageCentimes, mandateCentimes, atterrissageCentimes },
    tauxEngagement: taux(engageCentimes),
    tauxRealisation: taux(mandateCentimes),
    tauxAtterrissage: taux(atterrissageCentimes),
    alerte: findPire(atterrissages.map(({ alerte }) => alerte)),
  };
}

function findPire(alertes: readonly (Alerte | null)[]): Alerte | null {
  if (alertes.includes('DEPASSEMENT')) return 'DEPASSEMENT';
  return alertes.includes('SOUS_CONSOMMATION') ? 'SOUS_CONSOMMATION' : null;
}

export type Totaux = Pick<
  GroupeBudget,
  'budgetCentimes' | 'engageCentimes' | 'mandateCentimes' | 'atterrissageCentimes'
>;

/** Ce que montre une liste, en une ligne. */
export function computeTotaux(groupes: readonly Totaux[]): Totaux {
  const total = (lire: (groupe: Totaux) => number) => groupes.reduce((cumul, groupe) => cumul + lire(groupe), 0);
  return {
    budgetCentimes: total((g) => g.budgetCentimes),
    engageCentimes: total((g) => g.engageCentimes),
    mandateCentimes: total((g) => g.mandateCentimes),
    atterrissageCentimes: total((g) => g.atterrissageCentimes),
  };
}
