/** Qui est une personne pour un enfant. La filiation est une qualité du lien de parent. */
import { z } from 'zod';

export const LienQualite = z.enum(
  [
    'mere',
    'pere',
    'parent',
    'beau-parent',
    'frere-soeur',
    'grand-parent',
    'oncle-tante',
    'tiers-digne-de-confiance',
    'personne-de-confiance',
    'parrain-marraine',
    'autre-proche',
  ],
  { error: 'Dites qui est cette personne pour l’enfant.' },
);
export type LienQualite = z.infer<typeof LienQualite>;
export const LIBELLE_LIEN_QUALITE: Record<LienQualite, string> = {
  mere: 'mère',
  pere: 'père',
  parent: 'parent',
  'beau-parent': 'beau-parent',
  'frere-soeur': 'frère ou sœur',
  'grand-parent': 'grand-parent',
  'oncle-tante': 'oncle ou tante',
  'tiers-digne-de-confiance': 'tiers digne de confiance',
  'personne-de-confiance': 'personne de confiance',
  'parrain-marraine': 'parrain ou marraine',
  'autre-proche': 'autre proche',
};

/** Qualités qui portent une filiation. */
export const QUALITES_DE_PARENT = ['mere', 'pere', 'parent'] as const satisfies readonly LienQualite[];

export function isParent(qualite: LienQualite): qualite is (typeof QUALITES_DE_PARENT)[number] {
  return QUALITES_DE_PARENT.some((parent) => parent === qualite);
}

export const Filiation = z.enum(['etablie', 'contestee', 'adoption-pleniere', 'adoption-simple', 'non-etablie'], {
  error: 'Choisissez la filiation.',
});
export type Filiation = z.infer<typeof Filiation>;
export const LIBELLE_FILIATION: Record<Filiation, string> = {
  etablie: 'établie',
  contestee: 'contestée',
  'adoption-pleniere': 'adoption plénière',
  'adoption-simple': 'adoption simple',
  'non-etablie': 'non établie',
};
