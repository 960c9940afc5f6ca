/** Porte 2 : les lectures de la qualification que d'autres modules appellent. */
export { listEcheances } from './data/echeances.server.ts';
