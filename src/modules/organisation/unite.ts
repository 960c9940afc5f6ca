/** L'unité : département, direction, service, territoire ou site. Les unités forment un arbre. */
import { z } from 'zod';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';

export const NATURES_UNITE = {
  departement: 'Département',
  direction: 'Direction',
  service: 'Service',
  territoire: 'Territoire',
  site: 'Site',
} as const;
export const NatureUnite = z.enum(Object.keys(NATURES_UNITE) as [keyof typeof NATURES_UNITE]);
export type NatureUnite = z.infer<typeof NatureUnite>;

export const UniteResume = z.object({ id: Identifiant, code: z.string(), nom: z.string(), nature: NatureUnite });
export type UniteResume = z.infer<typeof UniteResume>;

export const Unite = UniteResume.extend({
  parentId: Identifiant.nullable(),
  du: JourCivil,
  au: JourCivil.nullable(),
  adresse: z.string().nullable(),
  communeCode: z.string().nullable(),
  commune: z.string().nullable(),
  telephone: z.string().nullable(),
  version: z.int(),
});
export type Unite = z.infer<typeof Unite>;

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

/** Les mots du département pour ses territoires et ses sites (« groupement », « EDS », « pôle »). */
export type Vocabulaire = { site: string; territoire: string };

/** La nature d'une unité avec les mots du département. */
export function formatNature(nature: NatureUnite, mots: Vocabulaire): string {
  const mot = nature === 'site' ? mots.site : nature === 'territoire' ? mots.territoire : NATURES_UNITE[nature];
  return mot.charAt(0).toLocaleUpperCase('fr') + mot.slice(1);
}
