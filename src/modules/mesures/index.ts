/** Porte 1, pure : la nomenclature, les faits et les règles des mesures que d'autres modules emploient. */

export { type ActeInscrit, listFaitsAInscrire } from './acte-fait.ts';
export { RAISONS_ATTENTE } from './attente.ts';
export {
  canDeciderMesure,
  canDonnerAvis,
  canExecuterMesure,
  canListMesures,
  canProposerMesure,
  canRecevoirDecision,
} from './droits.ts';
export { ETATS_MESURE, EtatMesure } from './etat-mesure.ts';
export {
  ACCORD,
  AVIS_PARQUET,
  AVIS_REPRESENTANT,
  CHANGEMENT_LIEU,
  DEBUT_EFFECTIF,
  DECISION,
  DEMANDE,
  DESSAISISSEMENT,
  EVALUATION_MINORITE,
  EVALUATION_TIERS,
  FAITS_MESURES,
  FICHE_MISE_A_L_ABRI,
  FIN_MESURE,
  FORMES_ACCORD,
  INFORMATION_PARENTS,
  ISSUES_MINORITE,
  JUGE_INFORME,
  MOTIFS_FIN,
  type MotifFin,
  NATURES_DECISION,
  type NatureDecision,
  NOTIFICATION_NON_RECONNAISSANCE,
  NUITEE,
  OBJETS_JUGE_INFORME,
  ORIENTATION_NATIONALE,
  PROLONGATION_APU,
  REPRESENTATION_DEMANDEE,
  REPRISE_MESURE,
  RETRAIT_ACCORD,
  SAISINE_JUGE,
  SUSPENSION,
} from './faits.ts';
export {
  CONSENTEMENTS,
  type Consentement,
  computeDernierJourPermis,
  DECIDEURS,
  DEPUIS_TOUJOURS,
  type Decideur,
  DOCUMENTS,
  type DocumentDu,
  EFFETS,
  type Effet,
  GARDIENS,
  type Gardien,
  GROUPES,
  type Groupe,
  type MesureDefinie,
  ORIGINES,
  type Origine,
} from './mesure.ts';
export {
  type AttenteComptee,
  AttenteFiltre,
  type AttenteLigne,
  HORIZONS,
  MesureFiltre,
  type MesureLigne,
  VUES_MESURES,
  type VueMesures,
} from './mesure-filtre.ts';
export {
  type DecisionInscrite,
  type ExecutionInscrite,
  listDecisionsEnVigueur,
  listExecutionEnVigueur,
  type MesureInscrite,
  NATURES_ACCORD,
  NATURES_EXECUTION,
  type NatureInscrite,
  SENS_AVIS,
} from './mesure-inscrite.ts';
export { formatReference, LIBELLE_DEMANDEUR } from './mesure-saisie.ts';
export { CodeMesure, evaluateCode, findCode, formatMesure, getMesure, listCodes } from './nomenclature.ts';
export { isAssistanceEducative } from './rules/compatibilite.ts';
export {
  type DecisionAPrendre,
  evaluateDebutEffectif,
  evaluateDecision,
  type FaitsDeDecision,
} from './rules/decision.ts';
export {
  computeAnniversaire,
  type DecisionSuivie,
  type FinSuivie,
  isRenouvellement,
  isSien,
  listMesuresSuivies,
  type MesureSuivie,
} from './rules/mesure-suivie.ts';
export {
  definePrisesEnCharge,
  findMajorite,
  isConfieAse,
  listAccueilsAse,
  type PriseEnCharge,
} from './rules/prise-en-charge.ts';
export {
  ACTES_MESURE,
  type ActeMesure,
  findEtatSuivant,
  isEtatActif,
  isEtatFinal,
  listActesMesure,
} from './rules/transitions.ts';
export {
  buildAConfirmer,
  buildCiv,
  buildCpc1184,
  buildLocal,
  C_CIV_375,
  C_CIV_375_2,
  C_CIV_375_5_2,
  C_CIV_388,
  CASF_L221_2_4,
  CASF_L223_2_2,
  CASF_L223_2_4,
  CASF_L223_2_5,
  CASF_L223_3_1,
  CASF_L223_3_2,
  CASF_L223_5_1,
  CASF_R221_11,
  CPC_1183,
  CPC_1185,
  CPC_1199_1,
  CPC_1200_1,
} from './texte-legal.ts';
