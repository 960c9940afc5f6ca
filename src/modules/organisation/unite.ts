/** L'unité : département, direction, service, territoire ou site. Les unités forment un arbre. */
import { z } from 'zod';
import { defineChamps, TEXTE_VERSION, TEXTES_PERIODE } from '#shared/champs-decrits.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';

export const NATURES_UNITE = {
  departement: 'Département',
  direction: 'Direction',
  service: 'Service',
  territoire: 'Territoire',
  site: 'Site',
  eaje: 'Crèche',
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

/** Une unité telle que l'API la rend, champ par champ. */
export const CHAMPS_UNITE = {
  id: 'Identifiant de l’unité.',
  code: 'Code court, propre au département.',
  nom: 'Nom de l’unité.',
  nature: 'Sa place dans l’arbre.',
};

export const UniteResumeLue = defineChamps(UniteResume, CHAMPS_UNITE);

export const UniteLue = defineChamps(Unite, {
  ...CHAMPS_UNITE,
  parentId: 'Unité dont elle dépend ; nul pour le département.',
  ...TEXTES_PERIODE,
  adresse: 'Adresse postale.',
  communeCode: 'Code officiel géographique de sa commune.',
  commune: 'Nom de sa commune.',
  telephone: 'Téléphone.',
  version: TEXTE_VERSION,
});

/** Les mots du département pour ses territoires et ses sites (« groupement », « EDS », « pôle »). */
export type Vocabulaire = { site: string; territoire: string };

/** La nature d'une unité avec les mots du département. */
export function formatNature(nature: NatureUnite, mots: Vocabulaire): string {
  const mot = nature === 'site' ? mots.site : nature === 'territoire' ? mots.territoire : NATURES_UNITE[nature];
  return mot.charAt(0).toLocaleUpperCase('fr') + mot.slice(1);
}

/** Les unités à choisir, réunies par nature avec les mots du département. */
export function buildChoixUnites(
  unites: readonly UniteResume[],
  mots: Vocabulaire,
): { valeur: string; libelle: string; groupe: string }[] {
  return unites.map(({ id, nom, nature }) => ({ valeur: id, libelle: nom, groupe: formatNature(nature, mots) }));
}
