import { z } from 'zod';
import {
  choixSaisi,
  identifiantFacultatif,
  identifiantSaisi,
  jourFacultatif,
  texteFacultatif,
  texteSaisi,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { NATURES_UNITE } from './unite.ts';

const communeFacultative = texteFacultatif(5);

const champs = {
  code: texteSaisi('Indiquez un code court, par exemple EDS-12.', 20),
  nom: texteSaisi('Indiquez le nom de l’unité.'),
  nature: choixSaisi(NATURES_UNITE, 'Choisissez la nature de l’unité.'),
  parentId: identifiantFacultatif(),
  adresse: texteFacultatif(300),
  communeCode: communeFacultative,
  telephone: texteFacultatif(20),
};

/** Toute unité dépend d'une autre, sauf le département. */
function hasParent({ nature, parentId }: { nature: string; parentId: string | null }): boolean {
  return (nature === 'departement') === (parentId === null);
}
const SANS_PARENT = {
  error: 'Choisissez l’unité dont elle dépend ; seul le département ne dépend d’aucune.',
  path: ['parentId'],
};

export const UniteSaisie = z.object({ ...champs, du: jourCivilSaisi() }).refine(hasParent, SANS_PARENT);
export type UniteSaisie = z.infer<typeof UniteSaisie>;

export const UniteCorrection = z
  .object({ ...champs, id: Identifiant, version: versionSaisie })
  .refine(hasParent, SANS_PARENT);
export type UniteCorrection = z.infer<typeof UniteCorrection>;

export const UniteFermeture = z.object({ id: Identifiant, version: versionSaisie, au: jourCivilSaisi() });
export type UniteFermeture = z.infer<typeof UniteFermeture>;

/** Le secteur d'une unité : une commune, ou un quartier d'une grande commune. */
export const SecteurSaisie = z.object({
  uniteId: identifiantSaisi('Choisissez une unité.'),
  communeCode: texteSaisi('Choisissez une commune.', 5),
  quartier: texteFacultatif(80).transform((quartier) => quartier ?? ''),
  du: jourCivilSaisi(),
  au: jourFacultatif(),
});
export type SecteurSaisie = z.infer<typeof SecteurSaisie>;
