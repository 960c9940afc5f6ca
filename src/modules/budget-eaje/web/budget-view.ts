import { compareFractions, type Fraction } from '#shared/fraction.ts';
import type { BudgetFiltre } from '../budget-filtre.ts';
import { NATURES_LIGNE } from '../ligne-budget.ts';
import { ALERTES } from '../rules/atterrissage.ts';
import type { GroupeBudget } from '../rules/territoire.ts';
import { formatEuros, formatTaux } from './formats.ts';

type Valeur = string | number | Fraction | null;

const VALEURS: Readonly<Record<BudgetFiltre['tri'], (groupe: GroupeBudget) => Valeur>> = {
  creche: (g) => `${g.territoire} ${g.creche}`,
  nature: (g) => NATURES_LIGNE[g.nature],
  budget: (g) => g.budgetCentimes,
  engage: (g) => g.engageCentimes,
  mandate: (g) => g.mandateCentimes,
  engagement: (g) => g.tauxEngagement,
  realisation: (g) => g.tauxRealisation,
  atterrissage: (g) => g.atterrissageCentimes,
  taux: (g) => g.tauxAtterrissage,
};

/** Sans valeur, en dernier dans les deux sens ; à égalité, l'ordre de la base reste. */
export function compareGroupes({ tri, sens }: Pick<BudgetFiltre, 'tri' | 'sens'>) {
  const signe = sens === 'asc' ? 1 : -1;
  return (a: GroupeBudget, b: GroupeBudget): number => {
    const [x, y] = [VALEURS[tri](a), VALEURS[tri](b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (typeof x === 'string') return signe * x.localeCompare(String(y), 'fr');
    return signe * compareFractions(x, y as number | Fraction);
  };
}

/** Une ligne du tableau : des textes, que le navigateur reçoit tels quels. */
export function buildLigneVue(g: GroupeBudget, exercice: number) {
  return {
    cle: g.cle,
    creche: g.creche,
    territoire: g.territoire,
    href: `/creches/${g.etablissementId}/budget?exercice=${exercice}`,
    nature: NATURES_LIGNE[g.nature],
    hrefNature: g.ligneId ? `/creches/budget/lignes/${g.ligneId}` : null,
    lignes: g.lignes,
    tenue: g.tenue,
    budget: formatEuros(g.budgetCentimes),
    engage: formatEuros(g.engageCentimes),
    mandate: formatEuros(g.mandateCentimes),
    engagement: formatTaux(g.tauxEngagement),
    realisation: formatTaux(g.tauxRealisation),
    atterrissage: formatEuros(g.atterrissageCentimes),
    taux: formatTaux(g.tauxAtterrissage),
    alerte: g.alerte,
    dite: g.alerte && ALERTES[g.alerte],
  };
}
export type LigneVue = ReturnType<typeof buildLigneVue>;
