import { z } from 'zod';
import { identifiantSaisi, listeSaisie, texteFacultatif, versionSaisie } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';

/** Confier une information à un territoire, avec son équipe ou sans : le territoire nomme alors la sienne. */
export const AttributionSaisie = z.object({
  informationId: Identifiant,
  version: versionSaisie,
  uniteId: identifiantSaisi('Choisissez le territoire.'),
  evaluateurs: listeSaisie(Identifiant).transform((ids) => [...new Set(ids)]),
  motif: texteFacultatif(1000),
});
export type AttributionSaisie = z.infer<typeof AttributionSaisie>;
