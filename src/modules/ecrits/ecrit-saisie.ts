import { z } from 'zod';
import { identifiantFacultatif, identifiantSaisi } from '#shared/champ-saisi.ts';
import { NATURES_ECRIT } from './ecrit.ts';

/** L'écrit que désigne l'adresse. */
export const EcritSaisie = z.object({
  informationId: identifiantSaisi('Ouvrez une information.'),
  nature: z.enum(NATURES_ECRIT, { error: 'Cet écrit n’existe pas.' }),
  signalementId: identifiantFacultatif(),
});
