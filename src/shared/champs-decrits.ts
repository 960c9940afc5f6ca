/** Un schéma dont chaque champ dit ce qu'il est : la documentation de l'API en vient. */
import { z } from 'zod';

export type TextesDesChamps<S extends z.ZodObject> = Readonly<Record<keyof S['shape'] & string, string>>;

/** Le même objet, chaque champ décrit : un champ ajouté sans description est une erreur de type. */
export function defineChamps<S extends z.ZodObject>(schema: S, textes: TextesDesChamps<S>): S {
  return z.object(listChampsDecrits(schema, textes, (champ) => champ)) as unknown as S;
}

export function listChampsDecrits(
  schema: z.ZodObject,
  textes: Readonly<Record<string, string>>,
  change: (champ: z.ZodType) => z.ZodType,
): Record<string, z.ZodType> {
  const champs = Object.entries(schema.shape as Record<string, z.ZodType>);
  return Object.fromEntries(champs.map(([nom, champ]) => [nom, change(champ).describe(textes[nom] ?? nom)]));
}

export const TEXTES_PERIODE = { du: 'Premier jour.', au: 'Dernier jour, compris ; nul : sans fin connue.' };
export const TEXTE_VERSION = 'Numéro de version : il augmente à chaque changement.';
