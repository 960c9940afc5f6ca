/** Pourquoi deux fiches pourraient être la même personne, des raisons les plus sûres aux moins sûres. */
export const LIBELLE_RAISON = {
  identique: 'même nom, même naissance',
  inversion: 'nom et prénom inversés, même naissance',
  usage: 'nom de naissance et nom d’usage, même prénom, même naissance',
  proche: 'noms qui se ressemblent, même naissance',
  'jour-mois': 'même nom, jour et mois de naissance inversés',
  chiffre: 'même nom, un chiffre d’écart dans la naissance',
} as const;

export type RaisonDeDoublon = keyof typeof LIBELLE_RAISON;
