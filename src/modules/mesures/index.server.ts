/** Porte 2 : les lectures et les actes sur les mesures que d'autres modules appellent. */
export { defineRecordActe } from './data/acte-commands.server.ts';
export { countOrdonneesPasExecutees, listOrdonneesPasExecutees } from './data/attentes-queries.server.ts';
export { getMesureInscrite, listMesuresDe } from './data/mesure-inscrite.server.ts';
export { countMesures, listMesures, listServices } from './data/mesures-queries.server.ts';
