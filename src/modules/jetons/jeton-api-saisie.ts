import { z } from 'zod';
import { HABILITATIONS, type Habilitation } from '#shared/habilitation.ts';
import { Identifiant } from '#shared/identifiant.ts';

const PORTEES = Object.keys(HABILITATIONS) as [Habilitation, ...Habilitation[]];

/** Durées proposées pour un jeton de service, en mois ; jamais plus d'un an. */
export const DUREES = { 1: 'Un mois', 3: 'Trois mois', 6: 'Six mois', 12: 'Un an' } as const;

export const JetonApiSaisie = z.object({
  nom: z.string().trim().min(3, 'Dites quel système se servira de ce jeton.').max(120, 'Ce nom est trop long.'),
  agentId: Identifiant,
  portees: z.array(z.enum(PORTEES)).min(1, 'Choisissez au moins une portée.'),
  mois: z.coerce
    .number()
    .int()
    .refine((mois) => mois in DUREES, 'Choisissez une durée d’un an au plus.'),
});
export type JetonApiSaisie = z.infer<typeof JetonApiSaisie>;
