/** Le relais : les enfants d'un référent, confiés à un collègue d'un jour à un jour. */
import { z } from 'zod';
import { identifiantSaisi, texteSaisi, versionSaisie } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

export const RelaisSaisie = z
  .object({
    agentId: Identifiant,
    relaisId: identifiantSaisi('Choisissez un collègue.'),
    du: jourCivilSaisi(),
    au: jourCivilSaisi(),
    motif: texteSaisi('Dites pourquoi, en quelques mots.', 300),
  })
  .refine(({ du, au }) => au >= du, { error: 'La fin précède le début.', path: ['au'] });
export type RelaisSaisie = z.infer<typeof RelaisSaisie>;

export const RelaisArret = z.object({ id: Identifiant, version: versionSaisie });
