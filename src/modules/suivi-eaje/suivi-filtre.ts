/** Ce que l'on regarde du suivi, lu dans l'adresse : une valeur abîmée est ignorée. */
import { z } from 'zod';
import { Identifiant } from '#shared/identifiant.ts';

export const VUES_SUIVI = {
  'a-faire': 'Mesures à réaliser',
  retard: 'Mesures en retard',
  'a-verifier': 'Mesures à vérifier',
  faits: 'Faits ouverts',
  'faits-tus': 'Faits que personne ne sait',
  'faits-tous': 'Tous les faits',
} as const;
export type VueSuivi = keyof typeof VUES_SUIVI;

export const SuiviFiltre = z.object({
  vue: z.enum(Object.keys(VUES_SUIVI) as [VueSuivi, ...VueSuivi[]]).catch('a-faire'),
  territoire: Identifiant.nullable().catch(null),
});
export type SuiviFiltre = z.infer<typeof SuiviFiltre>;
