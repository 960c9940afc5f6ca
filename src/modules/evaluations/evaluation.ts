/** L'évaluation d'une information préoccupante : ses codes et leurs libellés (CASF D226-2-3 à D226-2-7). */

export const LIBELLE_LIEU = {
  domicile: 'Au domicile',
  service: 'Au service',
  ecole: 'À l’école ou à la crèche',
  etablissement: 'Dans un établissement',
  autre: 'Ailleurs',
} as const;
export type LieuRencontre = keyof typeof LIBELLE_LIEU;

export const LIBELLE_ISSUE = {
  tenue: 'Tenue',
  refusee: 'Refusée',
  absence: 'Personne au rendez-vous',
  impossible: 'Impossible',
} as const;
export type IssueRencontre = keyof typeof LIBELLE_ISSUE;

/** Auprès de qui un avis se recueille (IP-016). */
export const LIBELLE_AUPRES = {
  mineur: 'Le mineur',
  titulaire: 'Un titulaire de l’autorité parentale',
  entourage: 'L’entourage',
  professionnel: 'Un professionnel qui connaît le mineur',
} as const;
export type Aupres = keyof typeof LIBELLE_AUPRES;

/** Pourquoi un mineur n'a pas été vu sans ses parents (IP-018). */
export const LIBELLE_NON_SEUL = {
  age: 'Son âge ne le permet pas',
  maturite: 'Sa maturité ne le permet pas',
  'refus-titulaires': 'Les titulaires ne l’ont pas accepté',
  'refus-mineur': 'Il ne l’a pas souhaité',
  autre: 'Une autre raison, écrite ci-contre',
} as const;
export type MotifNonSeul = keyof typeof LIBELLE_NON_SEUL;

export const LIBELLE_CONCLUSION = {
  danger: 'Le danger est confirmé',
  risque: 'Le risque de danger est confirmé',
  infirme: 'Ni danger ni risque de danger',
} as const;
export type Conclusion = keyof typeof LIBELLE_CONCLUSION;

export const LIBELLE_PROPOSITION = {
  classement: 'Classement',
  'actions-adaptees': 'Actions adaptées : accompagnement ou prestation',
  saisine: 'Saisine de l’autorité judiciaire',
} as const;
export type Proposition = keyof typeof LIBELLE_PROPOSITION;
