/** Porte 2 : les lectures et les actes que d'autres modules appellent : les dossiers d’enfants. */

export { closeDossier, recordReouverture } from './data/dossier-commands.server.ts';
export {
  type EnTeteDossier,
  getEnTete,
  listAutorites,
  listPartenaires,
  listStatuts,
  type PartenaireDuDossier,
} from './data/dossier-queries.server.ts';
export { listEcheances } from './data/echeances-queries.server.ts';
export { createEnfant } from './data/enfant-commands.server.ts';
export { listEnfants } from './data/enfants-queries.server.ts';
export { recordAutoriteParentale, recordStatut } from './data/famille-commands.server.ts';
export { closePartenaireEnfant, recordPartenaireEnfant } from './data/partenaire-commands.server.ts';
export { countSituations } from './data/situations-queries.server.ts';
