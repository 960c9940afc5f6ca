/** Porte 2 : les lectures et les actes de l'information préoccupante que d'autres modules appellent. */
export { getInformationCible, type InformationCible } from './data/cible.server.ts';
export {
  computeDelaisEvaluation,
  type DelaisEvaluation,
  type DelaisTerritoire,
} from './data/delais-queries.server.ts';
export {
  type EnTeteInformation,
  type FicheInformation,
  getEnTeteInformation,
  getFicheInformation,
} from './data/fiche-queries.server.ts';
export { type FichierRecu, findRefusDesFichiers, readFichiers } from './data/fichiers.server.ts';
export { recordInformationDonnee } from './data/information-donnee-commands.server.ts';
export { recordPiece } from './data/pieces.server.ts';
export { buildConflit, recordFait, recordTransition } from './data/transition.server.ts';
