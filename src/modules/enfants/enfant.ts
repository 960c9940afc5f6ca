/** L'enfant : la racine du dossier. */
import { z } from 'zod';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';

export const Enfant = z.object({
  id: Identifiant,
  /** « 2026-00042 » : l'année d'ouverture et un rang. */
  numero: z.string(),
  restreint: z.boolean(),
  ouvertLe: JourCivil,
  closLe: JourCivil.nullable(),
  version: z.int(),
});
export type Enfant = z.infer<typeof Enfant>;
