/** École, médecin, juge, avocat : ceux qui entourent l'enfant sans être de sa famille. */
import { z } from 'zod';

export const PartenaireNature = z.enum(
  ['ecole', 'medecin', 'juridiction', 'avocat', 'soin', 'mdph', 'association', 'autre'],
  { error: 'Choisissez la nature du partenaire.' },
);
export type PartenaireNature = z.infer<typeof PartenaireNature>;
export const LIBELLE_PARTENAIRE_NATURE: Record<PartenaireNature, string> = {
  ecole: 'école ou établissement scolaire',
  medecin: 'médecin',
  juridiction: 'juridiction',
  avocat: 'avocat',
  soin: 'lieu de soin',
  mdph: 'maison départementale des personnes handicapées',
  association: 'association',
  autre: 'autre',
};

export const PartenaireQualite = z.enum(
  [
    'scolarite',
    'medecin-traitant',
    'specialiste',
    'juge-des-enfants',
    'juge-aux-affaires-familiales',
    'avocat',
    'administrateur-ad-hoc',
    'mdph',
    'autre',
  ],
  { error: 'Dites ce que ce partenaire est pour l’enfant.' },
);
export type PartenaireQualite = z.infer<typeof PartenaireQualite>;
export const LIBELLE_PARTENAIRE_QUALITE: Record<PartenaireQualite, string> = {
  scolarite: 'scolarité',
  'medecin-traitant': 'médecin traitant',
  specialiste: 'spécialiste',
  'juge-des-enfants': 'juge des enfants',
  'juge-aux-affaires-familiales': 'juge aux affaires familiales',
  avocat: 'avocat',
  'administrateur-ad-hoc': 'administrateur ad hoc',
  mdph: 'maison départementale des personnes handicapées',
  autre: 'autre',
};
