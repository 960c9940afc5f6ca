/** Publié, pour un département où toutes les personnes sont fictives. */
export const MOT_DE_PASSE_DEMO = 'marelle-demo';
