/** Ce que l'on regarde des travaux, lu dans l'adresse : une valeur abîmée est ignorée. */
import { z } from 'zod';
import { Identifiant } from '#shared/identifiant.ts';
import { ENJEUX, type Enjeu } from './dossier-travaux.ts';

export const VUES_TRAVAUX = {
  ouverts: 'Ouverts',
  'a-valider': 'À valider',
  'en-cours': 'En cours ou à rouvrir',
  retard: 'Réouverture dépassée',
  finis: 'Rouverts ou abandonnés',
} as const;
export type VueTravaux = keyof typeof VUES_TRAVAUX;

export const TravauxFiltre = z.object({
  vue: z.enum(Object.keys(VUES_TRAVAUX) as [VueTravaux, ...VueTravaux[]]).catch('ouverts'),
  territoire: Identifiant.nullable().catch(null),
  priorite: z
    .enum(Object.keys(ENJEUX) as [Enjeu, ...Enjeu[]])
    .nullable()
    .catch(null),
  tri: z.enum(['priorite', 'creche', 'debut', 'reouverture', 'heures']).catch('priorite'),
  sens: z.enum(['asc', 'desc']).catch('asc'),
});
export type TravauxFiltre = z.infer<typeof TravauxFiltre>;
