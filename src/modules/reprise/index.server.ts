/** Porte 2 : ce que la commande `marelle` et l'ouverture de Marelle appellent. */

export { executeImportationEntiere, executeRetraitEntier } from './data/commande.server.ts';
export { TRAVAUX } from './data/travaux.server.ts';
export { buildRefusClasseur, buildRefusCsv } from './exports/refus.ts';
export { NATURES_IMPORTATION, NatureImportation } from './importation.ts';
