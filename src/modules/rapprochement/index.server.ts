/** Porte 2 : chercher qui ressemble, dire qui est distinct, tenir les clés ; et ce que la commande `marelle` appelle. */
export { TRAVAUX } from './data/cles.server.ts';
export { recordDistinction } from './data/distinction-commands.server.ts';
export {
  findFicheReconnue,
  listFichesReconnues,
  listRessemblances,
  type PersonneRessemblante,
} from './data/ressemblances-queries.server.ts';
export { buildPairesCsv } from './exports/paires.ts';
export { findChamp, isChamp, readPersonnes } from './imports/personnes.ts';
