/** L'organigramme : l'arbre des unités, et qui y travaille. */
import { z } from 'zod';
import { UniteResume } from '#modules/organisation/index.ts';
import { Identifiant } from '#shared/identifiant.ts';

/** Une unité dans l'arbre, avec les effectifs de l'unité et de tout ce qui en dépend, et qui l'encadre ce jour. */
export const UniteEnArbre = UniteResume.extend({
  parentId: Identifiant.nullable(),
  niveau: z.int(),
  agents: z.int(),
  postes: z.int(),
  vacants: z.int(),
  absents: z.int(),
  communes: z.int(),
  responsableId: Identifiant.nullable(),
  responsableNom: z.string().nullable(),
  responsablePrenom: z.string().nullable(),
});
export type UniteEnArbre = z.infer<typeof UniteEnArbre>;
