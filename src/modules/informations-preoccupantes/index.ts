/** Porte 1, pure : le vocabulaire et les règles de l'information préoccupante que d'autres modules emploient. */

export {
  type CibleInformation,
  canActer,
  canConduire,
  canCreateInformation,
  canListInformations,
  canReadAuteur,
  canReadInformation,
  canRecueillir,
} from './droits.ts';
export { FAITS_INFORMATIONS } from './faits.ts';
export {
  type CategorieSource,
  type EtatInformation,
  formatNumeroInformation,
  isFinal,
  LIBELLE_CANAL,
  LIBELLE_CATEGORIE,
  LIBELLE_DANGER,
  LIBELLE_ETAT,
  LIBELLE_HORS_IP,
  LIBELLE_LIEN,
  LIBELLE_QUALITE,
  LIBELLE_ROLE,
  LIBELLE_SOURCE,
  LIBELLE_URGENCE,
  type MotifHorsIp,
  type NatureLien,
  parseNumeroInformation,
  type QualiteAdulte,
  type RoleMineur,
  SOURCES,
  type TypeDanger,
  type Urgence,
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
export { formatAgeDeMineur, formatMineur, formatNaissanceDeMineur } from './mineur.ts';
export { formatTailleDePiece, PIECES_ADMISES } from './piece.ts';
export {
  ALERTES_JOURS,
  computeEcheanceEvaluation,
  computeInformationSource,
  computeTermeEvaluation,
  computeTermeSource,
  type DelaiCompte,
  evaluateAlerte,
  isDelaiReduitDu,
} from './rules/delais.ts';
export { computePremiereAnalyse, computeTermePremiereAnalyse } from './rules/horloge.ts';
export {
  type InformationSuivie,
  listInformationsSuivies,
  type SignalementSuivi,
} from './rules/informations-suivies.ts';
export {
  C_CIV_388,
  CASF_D226_2_3,
  CASF_D226_2_4_DECISION,
  CASF_D226_2_4_I,
  CASF_D226_2_4_II,
  CASF_D226_2_5,
  CASF_D226_2_6_I,
  CASF_D226_2_6_II,
  CASF_D226_2_7,
  CASF_D226_2_7_INFORMATION,
  CASF_L221_3,
  CASF_L226_2_1,
  CASF_L226_3,
  CASF_L226_4,
  CASF_L226_5_1,
  CASF_L226_5_2,
  CASF_L226_5_3,
  CASF_R226_2_2,
  IP_005,
  IP_011_DUREE,
  IP_026,
  IP_033_RELANCE,
  IP_035,
  IP_037,
  IP_038,
} from './rules/textes.ts';
export { type ActeInformation, type FaitInformation, LIBELLE_ACTE, listActes } from './rules/transitions.ts';
