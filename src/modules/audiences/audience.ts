/** Devant qui une audience se tient. */
export const NATURES_AUDIENCE = {
  juge: 'Juge des enfants',
  'cour-d-appel': 'Cour d’appel',
  penal: 'Justice pénale des mineurs',
  statut: 'Statut de l’enfant : délégation, délaissement, tutelle',
  'conseil-de-famille': 'Conseil de famille',
} as const;
export type NatureAudience = keyof typeof NATURES_AUDIENCE;
