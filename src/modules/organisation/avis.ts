/** L'avis : un message à un agent sur ce qu'un autre a fait et qu'il doit savoir. */
import { z } from 'zod';
import { Identifiant } from '#shared/identifiant.ts';

export const Avis = z.object({
  id: Identifiant,
  titre: z.string(),
  texte: z.string(),
  lien: z.string().nullable(),
  creeLe: z.string(),
  luLe: z.string().nullable(),
});
export type Avis = z.infer<typeof Avis>;

export const AvisLecture = z.object({ id: Identifiant });
