/** Le courriel : un message de Marelle à un agent. */
export const NATURES_COURRIEL = {
  matin: 'Résumé du matin',
  semaine: 'Semaine de l’équipe',
  escalade: 'Escalade',
} as const;
export type NatureCourriel = keyof typeof NATURES_COURRIEL;

export const ETATS_COURRIEL = {
  'a-envoyer': 'À envoyer',
  envoye: 'Envoyé',
  remplace: 'Remplacé par le suivant',
  abandonne: 'Abandonné',
} as const;
export type EtatCourriel = keyof typeof ETATS_COURRIEL;

export type CourrielEcrit = { agentId: string; objet: string; corps: string };
