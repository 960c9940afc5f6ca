/** Bris de glace : ouvrir en urgence un dossier hors de ses missions, en le motivant, pour un temps, sous revue. */
import { z } from 'zod';

export const BrisDeGlaceMotif = z.enum(['urgence', 'astreinte', 'demande-judiciaire', 'continuite', 'autre'], {
  error: 'Choisissez la raison.',
});
export type BrisDeGlaceMotif = z.infer<typeof BrisDeGlaceMotif>;
export const LIBELLE_BRIS_DE_GLACE_MOTIF: Record<BrisDeGlaceMotif, string> = {
  urgence: 'urgence pour l’enfant',
  astreinte: 'astreinte',
  'demande-judiciaire': 'demande du parquet ou d’un juge',
  continuite: 'absence du référent',
  autre: 'autre raison',
};

export const Revue = z.enum(['justifie', 'a-expliquer', 'injustifie'], { error: 'Choisissez la conclusion.' });
export type Revue = z.infer<typeof Revue>;
export const LIBELLE_REVUE: Record<Revue, string> = {
  justifie: 'justifié',
  'a-expliquer': 'à expliquer',
  injustifie: 'injustifié',
};
