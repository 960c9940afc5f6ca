/** Porte 2 : ce que d'autres modules lisent de l'encadrement des crèches. */
export { findSousTaux, TRAVAUX } from './data/encadrement.server.ts';
export { readPrevision } from './data/previsions.server.ts';
