import { z } from 'zod';
import { Identifiant } from '#shared/identifiant.ts';

/** Ce qu'on demande au journal. Un champ illisible est ignoré : la liste reste. */
export const RechercheJournal = z.object({
  enfant: z.string().trim().catch('').default(''),
  agent: z.string().trim().catch('').default(''),
  acte: z.string().trim().catch('').default(''),
  du: z.string().trim().catch('').default(''),
  au: z.string().trim().catch('').default(''),
  /** Suite de la liste : instant ISO du dernier évènement lu. */
  avant: z.string().trim().catch('').default(''),
});
export type RechercheJournal = z.infer<typeof RechercheJournal>;

export const Evenement = z.object({
  id: Identifiant,
  le: z.string(),
  acte: z.string(),
  agentId: Identifiant.nullable(),
  agent: z.string(),
  enfantId: Identifiant.nullable(),
  enfant: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type Evenement = z.infer<typeof Evenement>;
