/** Pourquoi une mesure décidée n'a pas commencé. */
export const RAISONS_ATTENTE = {
  'liste-attente': 'Liste d’attente du service',
  'sans-place': 'Pas de place d’accueil',
  'sans-intervenant': 'Personne n’est désigné pour la mener',
  'decision-attendue': 'La décision écrite n’est pas arrivée',
  'famille-injoignable': 'La famille ne répond pas',
  'famille-refuse': 'La famille refuse',
  'enfant-absent': 'L’enfant est absent ou en fugue',
  autre: 'Autre raison',
} as const;
export type RaisonAttente = keyof typeof RAISONS_ATTENTE;
