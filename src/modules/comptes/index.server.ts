export {
  type Authentification,
  createAuthentification,
  type OptionsAuthentification,
} from './data/authentification.server.ts';
export { findSaisieEnAttente, recordSaisieEnAttente } from './data/reprise.server.ts';
export { TRAVAUX } from './data/travaux.server.ts';
