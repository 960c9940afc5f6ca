/** L'affectation : un agent sur un poste, du … au … */
import { z } from 'zod';
import { choixSaisi, identifiantSaisi, jourFacultatif, versionSaisie } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

export const NATURES_AFFECTATION = {
  titulaire: 'Titulaire',
  interim: 'Intérim d’un poste vacant',
  remplacement: 'Remplacement d’un absent',
} as const;
export const NatureAffectation = z.enum(Object.keys(NATURES_AFFECTATION) as [keyof typeof NATURES_AFFECTATION]);
export type NatureAffectation = z.infer<typeof NatureAffectation>;

export const Affectation = z.object({
  id: Identifiant,
  posteId: Identifiant,
  agentId: Identifiant,
  nature: NatureAffectation,
  du: JourCivil,
  au: JourCivil.nullable(),
  version: z.int(),
});
export type Affectation = z.infer<typeof Affectation>;

const ORDRE = { error: 'La fin précède le début.', path: ['au'] };

export const AffectationSaisie = z
  .object({
    agentId: identifiantSaisi('Choisissez un agent.'),
    posteId: identifiantSaisi('Choisissez un poste.'),
    nature: choixSaisi(NATURES_AFFECTATION, 'Dites à quel titre.'),
    du: jourCivilSaisi(),
    au: jourFacultatif(),
  })
  .refine(({ du, au }) => au === null || au >= du, ORDRE);
export type AffectationSaisie = z.infer<typeof AffectationSaisie>;

export const AffectationFermeture = z.object({ id: Identifiant, version: versionSaisie, au: jourCivilSaisi() });
export type AffectationFermeture = z.infer<typeof AffectationFermeture>;
