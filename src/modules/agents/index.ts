/** Porte 1, pure : le vocabulaire et les règles des agents et des postes que d'autres modules emploient. */
export { Absence, AbsenceSaisie, formatAbsence, MOTIFS_ABSENCE, MotifAbsence } from './absence.ts';
export { Affectation, NATURES_AFFECTATION, NatureAffectation } from './affectation.ts';
export { Agent, AgentFiltre, AgentLigne, formatMetier, METIERS, PRESENCES } from './agent.ts';
export { canRecordAbsence } from './droits.ts';
export { UniteEnArbre } from './organigramme.ts';
export { ETATS_POSTE, formatProfil, Poste, PosteFiltre, PosteLigne } from './poste.ts';
export { findSuperieur, type PosteEnHierarchie, type Superieur } from './rules/hierarchie.ts';
