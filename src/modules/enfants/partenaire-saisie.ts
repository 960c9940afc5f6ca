import { z } from 'zod';
import {
  choixSaisi,
  identifiantFacultatif,
  jourFacultatif,
  texteFacultatif,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { LIBELLE_PARTENAIRE_QUALITE, PartenaireNature } from './partenaire.ts';

/** Un partenaire de l'annuaire, ou un nouveau s'il n'y est pas. */
export const PartenaireEnfantSaisie = z
  .object({
    enfantId: Identifiant,
    qualite: choixSaisi(LIBELLE_PARTENAIRE_QUALITE, 'Dites ce que ce partenaire est pour l’enfant.'),
    partenaireId: identifiantFacultatif(),
    nature: z.preprocess((brut) => (brut === '' || brut === undefined ? null : brut), PartenaireNature.nullable()),
    nom: texteFacultatif(150),
    interlocuteur: texteFacultatif(150),
    telephone: texteFacultatif(30),
    courriel: texteFacultatif(254),
    communeNom: texteFacultatif(100),
    du: jourCivilSaisi(),
    au: jourFacultatif(),
    commentaire: texteFacultatif(500),
  })
  .refine(({ partenaireId, nom, nature }) => partenaireId !== null || (nom !== null && nature !== null), {
    error: 'Choisissez un partenaire de l’annuaire, ou donnez le nom et la nature du nouveau.',
    path: ['partenaireId'],
  });
export type PartenaireEnfantSaisie = z.infer<typeof PartenaireEnfantSaisie>;

export const FinDePartenaireSaisie = z.object({ id: Identifiant, version: versionSaisie, au: jourCivilSaisi() });
