/** Porte 2 : ce que le tableau des crèches compte de leur suivi. */
export { countSuivi } from './data/suivi-queries.server.ts';
