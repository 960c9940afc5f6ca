/** Clore : par quel acte, et ce que l'on veut en retenir. */
import { z } from 'zod';
import { identifiantSaisi, texteFacultatif, versionSaisie } from '#shared/champ-saisi.ts';

export const ClotureSaisie = z.object({
  informationId: identifiantSaisi('Ouvrez une information.'),
  version: versionSaisie,
  acte: z.enum(['clore-classement', 'clore-administratif', 'clore-judiciaire'], { error: 'Choisissez comment clore.' }),
  note: texteFacultatif(2000),
});
export type ClotureSaisie = z.infer<typeof ClotureSaisie>;
