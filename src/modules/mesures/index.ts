/** Porte 1, pure : la nomenclature, les faits et les règles des mesures que d'autres modules emploient. */

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
  DECIDEURS,
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
export { CodeMesure, evaluateCode, findCode, formatMesure, getMesure, listCodes } from './nomenclature.ts';
export { isAssistanceEducative } from './rules/compatibilite.ts';
export {
  computeDernierJourPermis,
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
export { definePrisesEnCharge, findMajorite, isConfieAse, type PriseEnCharge } from './rules/prise-en-charge.ts';
export {
  ACTES_MESURE,
  type ActeMesure,
  findEtatSuivant,
  isEtatActif,
  isEtatFinal,
  listActesMesure,
} from './rules/transitions.ts';
