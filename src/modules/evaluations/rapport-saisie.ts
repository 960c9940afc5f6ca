/** Ce que l'équipe écrit au rapport, et ce qu'en fait qui le valide. */
import { z } from 'zod';
import {
  caseCochee,
  champsReunis,
  choixFacultatif,
  texteFacultatif,
  texteSaisi,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { LIBELLE_CONCLUSION, LIBELLE_PROPOSITION } from './evaluation.ts';

const LONGUEUR_RUBRIQUE = 50_000;

/**
 * Les rubriques d'un volet : le texte de chacune, la version sur laquelle on écrit (0 si elle n'existait pas) et l'empreinte du texte
 * que l'on avait sous les yeux, qui dit si l'on y a touché.
 */
export const RubriquesSaisie = champsReunis(
  z.object({
    informationId: Identifiant,
    /** Nul pour les rubriques du foyer. */
    mineurId: Identifiant.nullable(),
    texte: z
      .record(z.string(), z.string().max(LONGUEUR_RUBRIQUE, { error: `${LONGUEUR_RUBRIQUE} caractères au plus.` }))
      .default({}),
    version: z.record(z.string(), z.coerce.number().int().nonnegative()).default({}),
    empreinte: z.record(z.string(), z.string()).default({}),
  }),
);
export type RubriquesSaisie = z.infer<typeof RubriquesSaisie>;

export const ConclusionSaisie = z.object({
  informationId: Identifiant,
  version: versionSaisie,
  conclusion: choixFacultatif(LIBELLE_CONCLUSION),
  proposition: choixFacultatif(LIBELLE_PROPOSITION),
  argumentaire: texteFacultatif(20_000),
  evaluationImpossible: caseCochee,
});

export const RemiseSaisie = z.object({ informationId: Identifiant, version: versionSaisie, soumettre: caseCochee });
export const SoumissionSaisie = z.object({ informationId: Identifiant, version: versionSaisie });
export const ValidationSaisie = z.object({
  informationId: Identifiant,
  version: versionSaisie,
  motif: texteFacultatif(2000),
});
export const ComplementSaisie = z.object({
  informationId: Identifiant,
  version: versionSaisie,
  complement: texteSaisi('Dites à l’équipe ce qu’il faut compléter.', 4000),
});
