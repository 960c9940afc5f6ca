/** Porte 2 : les lectures des suites que d'autres modules appellent. */
export { listEcheances } from './data/echeances.server.ts';
