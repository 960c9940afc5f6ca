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

/** « 2026-00042 » : partout la même largeur, pour que les numéros se rangent et se comparent. */
export function formatNumeroDeDossier(annee: string, rang: number): string {
  return `${annee}-${String(rang).padStart(5, '0')}`;
}

/** Vrai si le texte tapé a la forme d'un numéro de dossier, entier ou commencé (« 2026-12 »). */
export function isNumero(texte: string): boolean {
  return /^\d{4}-\d{1,6}$/.test(texte.trim());
}
