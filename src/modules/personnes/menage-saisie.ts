import { z } from 'zod';
import { choixSaisi, jourFacultatif, texteFacultatif, texteSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { LIBELLE_RESIDENCE } from './menage.ts';

export const adresseSaisie = {
  voie: texteFacultatif(200),
  complement: texteFacultatif(200),
  codePostal: texteFacultatif(10).refine((code) => code === null || /^\d{5}$/.test(code), {
    error: 'Le code postal a cinq chiffres.',
  }),
  communeNom: texteFacultatif(100),
};

export const AdresseSaisie = z.object({ menageId: Identifiant, du: jourCivilSaisi(), ...adresseSaisie });
export type AdresseSaisie = z.infer<typeof AdresseSaisie>;

/** Un nouveau foyer autour d'une personne. */
export const MenageSaisie = z.object({
  personneId: Identifiant,
  libelle: texteSaisi('Nommez ce foyer, par exemple « Chez sa grand-mère ».', 120),
  residence: choixSaisi(LIBELLE_RESIDENCE, 'Choisissez la résidence.'),
  du: jourCivilSaisi(),
  ...adresseSaisie,
});
export type MenageSaisie = z.infer<typeof MenageSaisie>;

export const MembreSaisie = z.object({
  menageId: Identifiant,
  personneId: Identifiant,
  residence: choixSaisi(LIBELLE_RESIDENCE, 'Choisissez la résidence.'),
  du: jourCivilSaisi(),
  au: jourFacultatif(),
});
export type MembreSaisie = z.infer<typeof MembreSaisie>;

export const DepartMenageSaisie = z.object({ id: Identifiant, au: jourCivilSaisi() });
