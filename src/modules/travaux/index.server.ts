/** Porte 2 : les travaux de nuit de ce module. */
export { TRAVAUX } from './data/travaux.server.ts';
