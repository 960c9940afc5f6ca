/** Porte 2 : ce que le tableau des crèches compte de leurs travaux, et la perte des dossiers chiffrés sans elle. */
export { listPlacesGelees } from './data/gels-queries.server.ts';
export { writePertesManquantes } from './data/impact.server.ts';
