/** Porte 2 : les travaux du matin. */
export { TRAVAUX } from './data/travaux.server.ts';
