/** Où l'on vit, avec qui. */
import { z } from 'zod';

export const Residence = z.enum(['principale', 'alternee', 'occasionnelle'], { error: 'Choisissez la résidence.' });
export type Residence = z.infer<typeof Residence>;
export const LIBELLE_RESIDENCE: Record<Residence, string> = {
  principale: 'résidence principale',
  alternee: 'résidence alternée',
  occasionnelle: 'de temps en temps',
};

export type AdresseEcrite = {
  voie: string | null;
  complement: string | null;
  codePostal: string | null;
  communeNom: string | null;
};

/** « 3 rue des Dunes, bât. B, 50700 Valognes » ; « adresse non renseignée » si rien n'est connu. */
export function formatAdresse(adresse: AdresseEcrite | null): string {
  if (!adresse) return 'adresse non renseignée';
  const ville = [adresse.codePostal, adresse.communeNom].filter(Boolean).join(' ');
  return [adresse.voie, adresse.complement, ville].filter(Boolean).join(', ') || 'adresse non renseignée';
}
