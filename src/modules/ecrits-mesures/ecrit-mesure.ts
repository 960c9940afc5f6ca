/** Les écrits d'une prestation : leurs codes, à quoi chacun sert, ce qu'il suppose. */
export const ECRITS_MESURE = {
  accord: {
    titre: 'Formulaire d’accord, ou contrat',
    aide: 'À signer par la famille ou le jeune : nature, durée, suivi, conditions de révision.',
    signee: false,
  },
  arrete: {
    titre: 'Arrêté portant décision sur une prestation',
    aide: 'La décision motivée, son fondement, sa durée, qui la signe et par quelle délégation.',
    signee: true,
  },
  notification: {
    titre: 'Notification d’une décision sur une prestation',
    aide: 'La lettre qui porte la décision à la famille ou au jeune, avec les voies et délais de recours.',
    signee: true,
  },
} as const;
export type NatureEcritMesure = keyof typeof ECRITS_MESURE;

export function isNatureEcritMesure(nature: string | undefined): nature is NatureEcritMesure {
  return nature !== undefined && Object.hasOwn(ECRITS_MESURE, nature);
}
