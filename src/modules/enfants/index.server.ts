/** Porte 2 : les lectures et les actes sur les enfants que d'autres modules appellent. */

export { getReglesBrisDeGlace, openBrisDeGlace, recordRevue } from './data/bris-de-glace-commands.server.ts';
export { type Cible, getCible } from './data/cible.server.ts';
export {
  type BrisRevu,
  type Consultation,
  listBrisDuMois,
  listConsultations,
  listDerniersRegards,
  listNommes,
} from './data/consultations-queries.server.ts';
export {
  type EnTeteDossier,
  type FoyerDuDossier,
  findFicheGardee,
  getEnTete,
  type LienDuDossier,
  listAutorites,
  listAutresNoms,
  listFoyers,
  listLiens,
  listMissions,
  listPartenaires,
  listStatuts,
  type MissionDuDossier,
  type PartenaireDuDossier,
} from './data/dossier-queries.server.ts';
export { type Doublon, findFiches, listDoublons, listFusions } from './data/doublons-queries.server.ts';
export { listEcheances } from './data/echeances-queries.server.ts';
export { closeDossier, createEnfant, recordAutreNom, updateIdentite } from './data/enfant-commands.server.ts';
export { listAgentsAChoisir, listEnfants, listUnitesAChoisir } from './data/enfants-queries.server.ts';
export {
  closeLien,
  createProche,
  recordAutoriteParentale,
  recordLien,
  recordStatut,
} from './data/famille-commands.server.ts';
export { type FrereOuSoeur, listFratrie } from './data/fratrie-queries.server.ts';
export { fusionnerPersonnes, separerFusion } from './data/fusion-commands.server.ts';
export { closeMembre, recordAdresse, recordMembre, recordMenage } from './data/menage-commands.server.ts';
export { closeMission, recordMission } from './data/mission-commands.server.ts';
export { closePartenaireEnfant, recordPartenaireEnfant } from './data/partenaire-commands.server.ts';
export { closeRestriction, recordRestriction } from './data/protection-commands.server.ts';
export {
  findIdsParRecherche,
  findParRecherche,
  type PersonneTrouvee,
} from './data/recherche-queries.server.ts';
export { countSituations } from './data/situations-queries.server.ts';
