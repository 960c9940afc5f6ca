/** Porte 2 : ce que l'assemblage branche sur tout acte, et les travaux de la nuit. */
export { listDuesCalculees } from './data/dues-calculees.server.ts';
export { updateEcheancesTouchees } from './data/recalcul.server.ts';
export { TRAVAUX, updateToutes } from './data/travaux.server.ts';
