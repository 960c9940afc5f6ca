/** Porte 1, pure : le vocabulaire et les règles de l'information préoccupante que d'autres modules emploient. */

export { type CibleInformation, canActer, canConduire, canListInformations, canReadInformation } from './droits.ts';
export {
  type CategorieSource,
  type EtatInformation,
  formatNumeroInformation,
  isFinal,
  LIBELLE_ETAT,
  LIBELLE_QUALITE,
  LIBELLE_ROLE,
  type QualiteAdulte,
  type RoleMineur,
} from './information.ts';
export {
  type AQui,
  DESTINATAIRES,
  type FormeDite,
  InformationDonneeSaisie,
  LIBELLE_A_QUI,
  LIBELLE_FORME,
  LIBELLE_FORME_OU_DISPENSE,
  LIBELLE_OBJET,
  type ObjetDit,
} from './information-donnee.ts';
export { TRANCHES_AGE, type TrancheAge } from './information-filtre.ts';
export { formatAgeDeMineur, formatMineur } from './mineur.ts';
export {
  computeEcheanceEvaluation,
  computeInformationSource,
  type DelaiCompte,
  evaluateAlerte,
  isDelaiReduitDu,
} from './rules/delais.ts';
export {
  CASF_D226_2_3,
  CASF_D226_2_4_DECISION,
  CASF_D226_2_4_I,
  CASF_D226_2_4_II,
  CASF_D226_2_5,
  CASF_D226_2_6_I,
  CASF_D226_2_6_II,
  CASF_D226_2_7,
  CASF_D226_2_7_INFORMATION,
  CASF_L226_3,
  CASF_L226_4,
  CASF_L226_5_1,
  CASF_L226_5_2,
  CASF_L226_5_3,
  IP_011_DUREE,
  IP_033_RELANCE,
  IP_038,
} from './rules/textes.ts';
export { type ActeInformation, LIBELLE_ACTE, listActes } from './rules/transitions.ts';
