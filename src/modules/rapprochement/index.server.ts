/** Porte 2 : ce que la commande `marelle` appelle. */
export { buildPairesCsv } from './exports/paires.ts';
export { findChamp, isChamp, readPersonnes } from './imports/personnes.ts';
