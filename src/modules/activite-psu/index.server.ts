/** Porte 2 : les travaux de nuit de ce module, et ce qu'ils comptent. */
export { listBilans as listActivite, listEffetsRetour } from './data/bilans.server.ts';
export { countMoisTouches, updateMois } from './data/calcul.server.ts';
export { TRAVAUX } from './data/travaux.server.ts';
