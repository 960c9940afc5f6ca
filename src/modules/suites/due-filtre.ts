/** Ce qu'on demande à la liste de ce que l'on doit dire. */
import { z } from 'zod';

export const VUES_DUES = {
  'en-retard': 'En retard',
  'a-venir': 'Dans les trente jours',
  toutes: 'Toutes',
} as const;
export type VueDues = keyof typeof VUES_DUES;

/** Ce qui se doit avec un jour : le reste est d'usage, ou s'apprécie. */
export const OBJETS_DUS = {
  source: 'Suites de l’information',
  ouverture: 'Évaluation commencée',
  conclusions: 'Conclusions et suites',
  saisine: 'Saisine du parquet',
} as const;
export type ObjetDu = keyof typeof OBJETS_DUS;

/** Un champ illisible est ignoré. */
export const DueFiltre = z.object({
  vue: z.enum(Object.keys(VUES_DUES) as [VueDues, ...VueDues[]]).catch('en-retard'),
  objet: z.union([z.enum(Object.keys(OBJETS_DUS) as [ObjetDu, ...ObjetDu[]]), z.literal('')]).catch(''),
  unite: z.union([z.uuid(), z.literal('')]).catch(''),
  tri: z.enum(['pour', 'objet', 'unite']).catch('pour'),
  sens: z.enum(['asc', 'desc']).catch('asc'),
});
export type DueFiltre = z.infer<typeof DueFiltre>;
