import type { Exercice } from '../exercice.ts';
import { MOIS_PREVUS } from '../exercice-saisie.ts';

/** Champ, libellé, aide. */
export const CHAMPS_EUROS = [
  ['charges', 'Charges de fonctionnement', 'De l’année, une fois connues'],
  ['chargesPrevues', 'Charges prévues', 'Servent tant que les charges manquent'],
  ['autresRecettes', 'Autres recettes'],
  ['bonusMixite', 'Bonus mixité sociale'],
  ['bonusHandicap', 'Bonus inclusion handicap'],
  ['bonusTerritoire', 'Bonus territoire (CTG)'],
  ['bonusAttractivite', 'Bonus attractivité'],
] as const;

export const CHAMPS_HEURES = [
  ['facturees', 'Heures facturées prévues', 'De l’année ; à défaut, la somme des mois'],
  ['realisees', 'Heures réalisées prévues'],
  ['journeesPedagogiques', 'Journées pédagogiques'],
  ['horsPresence', 'Heures hors présence', 'Préparation à l’accueil, journées pédagogiques (PSU-09, à confirmer)'],
  ['exceptionnelles', 'Heures exceptionnelles', 'Seulement celles décidées par la Cnaf (PSU-10)'],
  ['organismeCaf', 'Code de la Caf', 'Chiffres seulement'],
] as const;

export const LIBELLES_CONFLIT = {
  'Charges de fonctionnement': 'charges',
  'Charges prévues': 'chargesPrevues',
  'Autres recettes': 'autresRecettes',
};

const euros = (centimes: number | null) => (centimes === null ? '' : String(centimes / 100).replace('.', ','));
const heures = (minutes: number | null | undefined) =>
  minutes === null || minutes === undefined ? '' : String(Math.round((100 * minutes) / 60) / 100).replace('.', ',');

/** L'exercice enregistré, comme il se tape. */
export function buildSaisi(x: Exercice): Record<string, string> {
  return {
    charges: euros(x.chargesCentimes),
    chargesPrevues: euros(x.chargesPrevuesCentimes),
    autresRecettes: euros(x.autresRecettesCentimes),
    bonusMixite: euros(x.bonusMixiteCentimes),
    bonusHandicap: euros(x.bonusHandicapCentimes),
    bonusTerritoire: euros(x.bonusTerritoireCentimes),
    bonusAttractivite: euros(x.bonusAttractiviteCentimes),
    facturees: heures(x.factureesPrevues),
    realisees: heures(x.realiseesPrevues),
    journeesPedagogiques: String(x.journeesPedagogiques),
    horsPresence: heures(x.minutesHorsPresence),
    exceptionnelles: heures(x.minutesExceptionnelles),
    organismeCaf: x.organismeCaf ?? '',
    ...Object.fromEntries(MOIS_PREVUS.map((m, rang) => [`prevu${m}`, heures(x.previsionnel?.[rang])])),
  };
}
