/** Les filtres de la liste des crèches, lus dans l'adresse : une valeur abîmée est ignorée. */
import { z } from 'zod';
import { Identifiant } from '#shared/identifiant.ts';
import { CATEGORIES_EAJE, type CategorieEaje } from './etablissement.ts';

export const MANQUES = {
  equipe: 'Il manque du monde',
  documents: 'Un document est en retard',
  autorisation: 'L’autorisation est à renouveler',
} as const;
export type Manque = keyof typeof MANQUES;

export const CrecheFiltre = z.object({
  q: z.string().trim().max(100).catch(''),
  territoire: Identifiant.nullable().catch(null),
  categorie: z
    .enum(Object.keys(CATEGORIES_EAJE) as [CategorieEaje, ...CategorieEaje[]])
    .nullable()
    .catch(null),
  manque: z
    .enum(Object.keys(MANQUES) as [Manque, ...Manque[]])
    .nullable()
    .catch(null),
  tri: z.enum(['nom', 'territoire', 'places', 'methode', 'DIRECTION', 'EJE', 'SANTE', 'documents', 'fin']).catch('nom'),
  sens: z.enum(['asc', 'desc']).catch('asc'),
});
export type CrecheFiltre = z.infer<typeof CrecheFiltre>;
