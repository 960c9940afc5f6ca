import { z } from 'zod';
import {
  choixSaisi,
  identifiantFacultatif,
  identifiantSaisi,
  nombreSaisi,
  texteSaisi,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { PROFILS } from '#shared/habilitation.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

const champs = {
  numero: texteSaisi('Indiquez le numéro du poste.', 30),
  intitule: texteSaisi('Indiquez l’intitulé du poste.'),
  profil: choixSaisi(PROFILS, 'Choisissez un profil : il donne les droits de qui tient le poste.'),
  metier: texteSaisi('Choisissez un métier.', 80),
  uniteId: identifiantSaisi('Choisissez l’unité du poste.'),
  responsableId: identifiantFacultatif(),
  quotite: nombreSaisi('La quotité est un nombre de 1 à 100.', { minimum: 1, maximum: 100 }),
};

export const PosteSaisie = z.object({ ...champs, du: jourCivilSaisi() });
export type PosteSaisie = z.infer<typeof PosteSaisie>;

export const PosteCorrection = z.object({ ...champs, id: Identifiant, version: versionSaisie });
export type PosteCorrection = z.infer<typeof PosteCorrection>;

export const PosteFermeture = z.object({ id: Identifiant, version: versionSaisie, au: jourCivilSaisi() });
export type PosteFermeture = z.infer<typeof PosteFermeture>;
