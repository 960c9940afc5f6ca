/** Porte 2 : les lectures des suites que d'autres modules appellent. */
export { getInformationSuivie } from './data/faits.server.ts';
