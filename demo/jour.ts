/**
 * « Aujourd'hui » dans la démonstration : un samedi, veille d'aucun férié, figé pour que l'écran montre toujours
 * les mêmes retards. Rien dans le générateur ne lit l'horloge.
 */
export const JOUR_DEMO = '2026-11-21';

/** L'historique produit remonte à dix ans. */
export const ANNEES_HISTORIQUE = 10;
