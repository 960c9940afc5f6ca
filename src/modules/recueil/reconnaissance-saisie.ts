/** Dire qui est quelqu'un d'une information : une personne connue, ou justement pas elle. */
import { z } from 'zod';
import { identifiantFacultatif, identifiantSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';

const decrit = { informationId: Identifiant, mineurId: identifiantFacultatif(), adulteId: identifiantFacultatif() };
const UN_SEUL = { error: 'Dites de quel enfant ou de quel adulte il s’agit.', path: ['mineurId'] };
const isUnSeul = ({ mineurId, adulteId }: { mineurId: string | null; adulteId: string | null }) =>
  (mineurId === null) !== (adulteId === null);

export const ReconnaissanceSaisie = z
  .object({ ...decrit, personneId: identifiantSaisi('Choisissez une personne.') })
  .refine(isUnSeul, UN_SEUL);
export type ReconnaissanceSaisie = z.output<typeof ReconnaissanceSaisie>;

export const OubliSaisie = z.object(decrit).refine(isUnSeul, UN_SEUL);
