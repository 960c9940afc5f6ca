import { z } from 'zod';
import { texteSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';

export const FusionSaisie = z
  .object({
    gardeeId: Identifiant,
    absorbeeId: Identifiant,
    motif: texteSaisi('Dites ce qui montre que c’est la même personne.', 500),
  })
  .refine(({ gardeeId, absorbeeId }) => gardeeId !== absorbeeId, {
    error: 'Choisissez deux fiches différentes.',
    path: ['absorbeeId'],
  });
export type FusionSaisie = z.infer<typeof FusionSaisie>;

export const SeparationSaisie = z.object({ fusionId: Identifiant });
