/** L'import d'un fichier de badges : déposé, lu, écrit ; ce qu'il n'a pas pu garder, ligne par ligne. */
import { z } from 'zod';
import { identifiantFacultatif, identifiantSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';

export const ETATS_IMPORT = {
  ATTENTE: 'En attente',
  LECTURE: 'Lecture en cours',
  ECRITURE: 'Écriture en cours',
  FAIT: 'Importé',
  ILLISIBLE: 'Fichier illisible',
} as const;
export type EtatImport = keyof typeof ETATS_IMPORT;

export const GENRES_ECART = { REFUS: 'Refusée', DOUTE: 'Douteuse' } as const;
export const GenreEcart = z.enum(Object.keys(GENRES_ECART) as [keyof typeof GENRES_ECART]);
export type GenreEcart = z.infer<typeof GenreEcart>;

export const OCTETS_AU_PLUS = 64 * 1024 * 1024;

export const ImportBadgesSaisie = z.object({
  formatId: identifiantSaisi('Choisissez comment se lit ce fichier.'),
  etablissementId: identifiantFacultatif(),
  fichier: z
    .instanceof(File, { error: 'Choisissez un fichier de badges.' })
    .refine(({ size }) => size > 0, { error: 'Ce fichier est vide.' })
    .refine(({ size }) => size <= OCTETS_AU_PLUS, { error: 'Ce fichier dépasse soixante-quatre mégaoctets.' }),
});

export const ImportDesigne = z.object({ id: Identifiant });
