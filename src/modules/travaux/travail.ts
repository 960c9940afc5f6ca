/** Le travail de fond et ses passages. */
import { z } from 'zod';
import { texteSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';

export const ISSUES = { fait: 'Fait', echec: 'Échec', coupe: 'Coupé', 'en-cours': 'En cours' } as const;
export const Issue = z.enum(Object.keys(ISSUES) as [keyof typeof ISSUES]);
export type Issue = z.infer<typeof Issue>;

/** Un essai d'un travail. `reference` : la même que dans les traces du serveur. */
export const Passage = z.object({
  id: Identifiant,
  travail: z.string(),
  titre: z.string(),
  essai: z.int(),
  /** Combien d'essais il aura au plus. */
  essais: z.int(),
  debutLe: z.string(),
  dureeSecondes: z.number().nullable(),
  issue: Issue,
  bilan: z.string().nullable(),
  reference: z.string().nullable(),
});
export type Passage = z.infer<typeof Passage>;

/** `prochainLe` et `heure` nuls : à la demande. `attendu` : une demande attend qu'on la prenne. */
export const Travail = z.object({
  nom: z.string(),
  titre: z.string(),
  heure: z.string().nullable(),
  prochainLe: z.string().nullable(),
  attendu: z.boolean(),
  echecs: z.int(),
  dernier: Passage.omit({ travail: true, titre: true }).nullable(),
});
export type Travail = z.infer<typeof Travail>;

/** Sur combien de jours les échecs se comptent. */
export const JOURS_D_ECHECS = 7;

export const PassageFiltre = z.object({
  travail: z.string().max(100).catch(''),
  issue: Issue.or(z.literal('')).catch(''),
  /** Les derniers jours seulement ; 0 : tous. */
  jours: z.coerce.number().int().min(0).max(90).catch(0),
});
export type PassageFiltre = z.infer<typeof PassageFiltre>;

export const RelanceSaisie = z.object({ travail: texteSaisi('Dites quel travail relancer.', 100) });
