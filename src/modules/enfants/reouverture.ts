/** La réouverture d'un dossier fermé : pourquoi, et la fermeture qu'elle annule. */
import { z } from 'zod';
import type { JourCivil } from '#shared/jour-civil.ts';

export const ReouvertureMotif = z.enum(['information', 'mesure', 'demande', 'erreur', 'autre'], {
  error: 'Choisissez la raison.',
});
export type ReouvertureMotif = z.infer<typeof ReouvertureMotif>;
export const LIBELLE_REOUVERTURE_MOTIF: Record<ReouvertureMotif, string> = {
  information: 'nouvelle information sur l’enfant',
  mesure: 'nouvelle mesure',
  demande: 'demande de l’enfant ou de sa famille',
  erreur: 'fermé par erreur',
  autre: 'autre raison',
};

export type Reouverture = {
  id: string;
  closLe: JourCivil;
  rouvertLe: JourCivil;
  motif: ReouvertureMotif;
  explication: string;
};
