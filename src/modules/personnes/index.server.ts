/** Porte 2 : les lectures et les actes que d'autres modules appellent : les personnes et leurs familles. */

export { TRAVAUX } from './data/doublons.server.ts';
export { type Doublon, findFiches, listDoublons, listFusions } from './data/doublons-queries.server.ts';
export { buildFratrie, type FrereOuSoeur, listFratrie, parseFratrie } from './data/fratrie-queries.server.ts';
export { fusionnerPersonnes, separerFusion } from './data/fusion-commands.server.ts';
export { recordAutreNom, updateIdentite } from './data/identite-commands.server.ts';
export { closeLien, createProche, recordLien } from './data/lien-commands.server.ts';
export { buildLiens, type LienDuDossier, listLiens, parseLiens } from './data/lien-queries.server.ts';
export { closeMembre, recordAdresse, recordMembre, recordMenage } from './data/menage-commands.server.ts';
export { buildFoyers, type FoyerDuDossier, listFoyers, parseFoyers } from './data/menage-queries.server.ts';
export {
  type AutreNom,
  buildAutresNoms,
  findFicheGardee,
  listAutresNoms,
  parseAutresNoms,
} from './data/personne-queries.server.ts';
export { findIdsParRecherche, findParRecherche, type PersonneTrouvee } from './data/recherche-queries.server.ts';
