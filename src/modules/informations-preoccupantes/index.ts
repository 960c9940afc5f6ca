/** Porte 1, pure : le vocabulaire et les règles de l'information préoccupante que d'autres modules emploient. */
export { type CibleInformation, canActer, canConduire, canReadInformation } from './droits.ts';
export { type EtatInformation, formatNumeroInformation, isFinal, LIBELLE_ETAT } from './information.ts';
export {
  type AQui,
  DESTINATAIRES,
  FORMES_ECRITES,
  InformationDonneeSaisie,
  LIBELLE_A_QUI,
  LIBELLE_FORME,
  LIBELLE_FORME_OU_DISPENSE,
  LIBELLE_OBJET,
  type ObjetDit,
} from './information-donnee.ts';
export {
  computeEcheanceEvaluation,
  computeInformationSource,
  type DelaiCompte,
  isDelaiReduitDu,
} from './rules/delais.ts';
export { type ActeInformation, LIBELLE_ACTE, listActes } from './rules/transitions.ts';
