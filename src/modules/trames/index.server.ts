/** Porte 2 : faire un document dans la trame du département. */
export { buildDocument } from './data/document.server.ts';
