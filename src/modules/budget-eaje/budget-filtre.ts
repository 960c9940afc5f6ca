/** Ce que l'on regarde du budget des crèches, lu dans l'adresse : une valeur abîmée est ignorée. */
import { z } from 'zod';
import { Identifiant } from '#shared/identifiant.ts';
import { NATURES_LIGNE, type NatureLigne } from './ligne-budget.ts';

export const VUES_BUDGET = {
  toutes: 'Toutes',
  depassement: 'Dépasseront leur budget',
  'sous-consommation': 'Seront sous-consommées',
} as const;
export type VueBudget = keyof typeof VUES_BUDGET;

export const TRIS = [
  'creche',
  'nature',
  'budget',
  'engage',
  'mandate',
  'engagement',
  'realisation',
  'atterrissage',
  'taux',
] as const;

export const Exercice = z.coerce.number().int().min(2014).max(2100).nullable().catch(null).default(null);

export const BudgetFiltre = z.object({
  exercice: Exercice,
  territoire: Identifiant.nullable().catch(null).default(null),
  nature: z
    .enum(Object.keys(NATURES_LIGNE) as [NatureLigne, ...NatureLigne[]])
    .nullable()
    .catch(null)
    .default(null),
  vue: z
    .enum(Object.keys(VUES_BUDGET) as [VueBudget, ...VueBudget[]])
    .catch('toutes')
    .default('toutes'),
  tri: z.enum(TRIS).catch('creche').default('creche'),
  sens: z.enum(['asc', 'desc']).catch('asc').default('asc'),
});
export type BudgetFiltre = z.infer<typeof BudgetFiltre>;
