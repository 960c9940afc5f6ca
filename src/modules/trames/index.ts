/** Porte 1, pure : déclarer un document et ses balises. */
export type { Balises, DonneesDe } from './balise.ts';
export { defineNature, type NatureDocument } from './nature-document.ts';
