/** Porte 2 : les heures faites du référent santé, pour le tableau du territoire (IND-26). */
export { listMoisSante } from './data/referent-sante.server.ts';
