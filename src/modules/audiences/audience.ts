/** Devant qui une audience se tient. */
export const NATURES_AUDIENCE = {
  juge: 'Juge des enfants',
  'cour-d-appel': 'Cour d’appel',
  penal: 'Justice pénale des mineurs',
  statut: 'Statut de l’enfant : délégation, délaissement, tutelle',
  'conseil-de-famille': 'Conseil de famille',
} as const;
export type NatureAudience = keyof typeof NATURES_AUDIENCE;

/** Ce qui se prépare et s'inscrit à part ; l'envoi a son propre fait. */
export const JALONS_AUDIENCE = {
  bilan: 'Bilan, analyse ou vérification : ce qui ouvre la préparation',
  rencontre: 'Rencontre, note ou pièces réunies',
  presence: 'Présence à l’audience arrêtée',
} as const;
export type JalonAudience = keyof typeof JALONS_AUDIENCE;
