/** L'accord des représentants légaux, recueilli ou refusé, pour une ou plusieurs mesures envisagées. */
import { z } from 'zod';
import { choixSaisi, identifiantSaisi, listeSaisie } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

export const LIBELLE_REPONSE = {
  recueilli: 'Accord écrit signé',
  refuse: 'Accord refusé',
} as const;

export const AccordSaisie = z
  .object({
    informationId: identifiantSaisi('Ouvrez une information.'),
    mesures: listeSaisie(Identifiant),
    accord: choixSaisi(LIBELLE_REPONSE, 'Dites si l’accord est signé ou refusé.'),
    accordLe: jourCivilSaisi(),
  })
  .refine(({ mesures }) => mesures.length > 0, {
    error: 'Cochez au moins une mesure.',
    path: ['mesures'],
  });
export type AccordSaisie = z.infer<typeof AccordSaisie>;
