/** Porte 1, pure : le vocabulaire et les règles de l'organisation que d'autres modules emploient. */
export { Absence, AbsenceSaisie, MOTIFS_ABSENCE, MotifAbsence } from './absence.ts';
export { Affectation, NATURES_AFFECTATION, NatureAffectation } from './affectation.ts';
export { Agent, AgentFiltre, AgentLigne, formatMetier, METIERS, PRESENCES } from './agent.ts';
export { Avis } from './avis.ts';
export { CommuneFiltre } from './commune.ts';
export {
  ACTES_DELEGABLES,
  ActeDelegable,
  Delegation,
  DelegationFiltre,
  ETATS_DELEGATION,
  formatActe,
} from './delegation.ts';
export { canRecordAbsence, canRecordDelegation, canRecordParametre, canUpdateOrganisation } from './droits.ts';
export { CleParametre, formatValeur, PARAMETRES, Parametre, type ValeurParametre } from './parametre.ts';
export { ETATS_POSTE, formatProfil, Poste, PosteFiltre, PosteLigne } from './poste.ts';
export { evaluateSignature, listDelegationsActives } from './rules/delegation.ts';
export { findSuperieur } from './rules/hierarchie.ts';
export { listJoursFeriesDuDepartement, ZONES_FERIEES } from './rules/jour-ferie.ts';
export {
  formatNature,
  NATURES_UNITE,
  NatureUnite,
  Unite,
  UniteEnArbre,
  UniteResume,
  type Vocabulaire,
} from './unite.ts';
