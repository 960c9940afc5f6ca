/** Porte 2 : les lectures et les actes que d'autres modules appellent : l’accès aux dossiers. */

export { getReglesBrisDeGlace, openBrisDeGlace, recordRevue } from './data/bris-de-glace-commands.server.ts';
export { findFinDuBris } from './data/bris-de-glace-queries.server.ts';
export { buildDroit, type Cible, getCible, loadEnfant, updateDossier } from './data/cible.server.ts';
export {
  type BrisRevu,
  type Consultation,
  listBrisDuMois,
  listConsultations,
  listDerniersRegards,
  listNommes,
} from './data/consultations-queries.server.ts';
export { listRevuesDues as listEcheances } from './data/echeances-revue.server.ts';
export { closeMission, recordMission } from './data/mission-commands.server.ts';
export {
  buildMissions,
  listAgentsAChoisir,
  listMissions,
  listUnitesAChoisir,
  type MissionDuDossier,
  parseMissions,
} from './data/mission-queries.server.ts';
export { closeRestriction, recordRestriction } from './data/protection-commands.server.ts';
export { listMesRelaisDuJour, type RelaisDuJour } from './data/relais-queries.server.ts';
