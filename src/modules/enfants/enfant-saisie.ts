import { z } from 'zod';
import {
  adresseSaisie,
  identiteSaisie,
  isNaissanceCoherente,
  NAISSANCE_INCOHERENTE,
} from '#modules/personnes/index.ts';
import {
  choixSaisi,
  identifiantFacultatif,
  identifiantSaisi,
  jourFacultatif,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { LIBELLE_REOUVERTURE_MOTIF } from './reouverture.ts';

export const EnfantSaisie = z
  .object({
    ...identiteSaisie,
    ouvertLe: jourFacultatif(),
    uniteId: identifiantSaisi('Choisissez le territoire qui suivra l’enfant.'),
    /** Ménage déjà connu (fratrie) ; sinon un nouveau naît de l'adresse. */
    menageId: identifiantFacultatif(),
    ...adresseSaisie,
  })
  .refine(isNaissanceCoherente, NAISSANCE_INCOHERENTE);
export type EnfantSaisie = z.infer<typeof EnfantSaisie>;

export const ClotureDossierSaisie = z.object({ id: Identifiant, version: versionSaisie, closLe: jourCivilSaisi() });

export const ReouvertureSaisie = z.object({
  id: Identifiant,
  version: versionSaisie,
  motif: choixSaisi(LIBELLE_REOUVERTURE_MOTIF, 'Choisissez la raison.'),
  explication: z
    .string({ error: 'Dites pourquoi.' })
    .trim()
    .min(10, { error: 'Dites pourquoi, en une phrase.' })
    .max(500),
  /** Le territoire qui suivra l'enfant, si plus aucun ne le suit. */
  uniteId: identifiantFacultatif(),
});
export type ReouvertureSaisie = z.infer<typeof ReouvertureSaisie>;
