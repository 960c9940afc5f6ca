import { z } from 'zod';
import { choixSaisi, texteFacultatif } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { LIBELLE_STATUT } from './statut.ts';

export const StatutSaisie = z.object({
  enfantId: Identifiant,
  code: choixSaisi(LIBELLE_STATUT, 'Choisissez le statut.'),
  du: jourCivilSaisi(),
  fondement: texteFacultatif(300),
});
export type StatutSaisie = z.infer<typeof StatutSaisie>;
