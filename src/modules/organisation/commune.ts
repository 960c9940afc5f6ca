/** La commune de la liste officielle, et l'unité qui la dessert. */
import { z } from 'zod';
import { Identifiant } from '#shared/identifiant.ts';

export const CommuneFiltre = z.object({
  q: z.string().trim().max(100).catch(''),
  unite: Identifiant.nullable().catch(null),
  /** `sans` : les communes que personne ne dessert ce jour. */
  desserte: z.enum(['', 'sans']).catch(''),
  tri: z.enum(['nom', 'unite', 'population']).catch('nom'),
  sens: z.enum(['asc', 'desc']).catch('asc'),
});
export type CommuneFiltre = z.infer<typeof CommuneFiltre>;
