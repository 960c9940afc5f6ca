/** Porte 1, pure : le vocabulaire et les règles que d'autres modules emploient : l’accès aux dossiers. */

export {
  type CibleEnfant,
  canCloseDossier,
  canCreateEnfant,
  canOpenBrisDeGlace,
  canReadEnfant,
  canRecordMission,
  canRecordReouverture,
  canRecordRestriction,
  canUpdateEnfant,
} from './droits.ts';
export { FAITS_ACCES } from './faits.ts';
export { LIBELLE_MISSION_NATURE, MissionNature } from './mission.ts';
export { REGLES_ACCES } from './rules/obligations.ts';
