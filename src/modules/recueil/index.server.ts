/** Porte 2 : ce que l'orientation d'une information emploie de son recueil. */
export { listAntecedentsDe, recordAntecedents } from './data/antecedents.server.ts';
export { readPageDActe } from './web/acte.server.ts';
