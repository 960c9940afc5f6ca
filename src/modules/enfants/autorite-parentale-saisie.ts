import { z } from 'zod';
import { caseCochee, choixSaisi, texteFacultatif } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { LIBELLE_EXERCICE, Organisme } from './autorite-parentale.ts';

/** `qui` : l'identifiant d'une personne ou le code d'un organisme. */
export const AutoriteParentaleSaisie = z.object({
  enfantId: Identifiant,
  qui: z.union([Identifiant, Organisme], { error: 'Choisissez la personne ou l’organisme.' }),
  titulaire: caseCochee,
  exercice: choixSaisi(LIBELLE_EXERCICE, 'Choisissez l’exercice.'),
  du: jourCivilSaisi(),
  fondement: texteFacultatif(300),
});
export type AutoriteParentaleSaisie = z.infer<typeof AutoriteParentaleSaisie>;
