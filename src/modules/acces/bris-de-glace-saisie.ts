import { z } from 'zod';
import { choixSaisi, texteFacultatif, texteSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { LIBELLE_BRIS_DE_GLACE_MOTIF, LIBELLE_REVUE } from './bris-de-glace.ts';

/** L'identité exacte : on n'ouvre pas un dossier en tâtonnant. */
export const BrisDeGlaceSaisie = z.object({
  nom: texteSaisi('Indiquez le nom exact.', 100),
  prenom: texteSaisi('Indiquez le prénom exact.', 100),
  dateNaissance: jourCivilSaisi(),
  motif: choixSaisi(LIBELLE_BRIS_DE_GLACE_MOTIF, 'Choisissez la raison.'),
  explication: z
    .string({ error: 'Expliquez pourquoi en une phrase.' })
    .trim()
    .min(10, { error: 'Expliquez pourquoi en une phrase (dix caractères au moins).' })
    .max(1000, { error: '1000 caractères au plus.' }),
});
export type BrisDeGlaceSaisie = z.infer<typeof BrisDeGlaceSaisie>;

export const RevueSaisie = z.object({
  brisId: Identifiant,
  revue: choixSaisi(LIBELLE_REVUE, 'Choisissez la conclusion.'),
  commentaire: texteFacultatif(1000),
});
export type RevueSaisie = z.infer<typeof RevueSaisie>;
