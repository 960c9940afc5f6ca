/** Porte 2 : ce que le tableau des crèches compte de leurs travaux. */
export { listPlacesGelees } from './data/gels-queries.server.ts';
