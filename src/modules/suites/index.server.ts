/** Porte 2 : les lectures des suites que d'autres modules appellent. */
export { listEcheances } from './data/echeances.server.ts';
export { getInformationSuivie } from './data/faits.server.ts';
