import { z } from 'zod';
import { texteSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';

/** Deux fiches qui se ressemblent sont deux personnes, et pourquoi on le sait. */
export const DistinctionSaisie = z
  .object({ personneId: Identifiant, autreId: Identifiant, motif: texteSaisi('Dites à quoi on le sait.', 500) })
  .refine(({ personneId, autreId }) => personneId !== autreId, { error: 'Choisissez deux fiches.', path: ['autreId'] });
