/** Porte 2 : les lectures et les actes de l'équipe d'évaluation que d'autres modules appellent. */
export { recordAttribution } from './data/attribution-commands.server.ts';
export { listEquipe } from './data/attribution-queries.server.ts';
export { listEcheances } from './data/echeances-queries.server.ts';
