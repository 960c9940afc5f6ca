/** Porte 2 : les lectures des crèches que d'autres modules appellent. */

export {
  type CrecheFiche,
  findMurs,
  getCreche,
  listAutorisations,
  listContactsUrgence,
  listGroupes,
  listVersionsDocument,
} from './data/creche-fiche.server.ts';
export { listCreches } from './data/creches.server.ts';
export { findEtablissement, listEtablissementsOuverts } from './data/etablissements.server.ts';
export { findProfessionnel, listProfessionnels } from './data/professionnels.server.ts';
export { listProfessionnelsPrevus } from './data/professionnels-prevus.server.ts';
export { listRevisions } from './data/revisions.server.ts';
