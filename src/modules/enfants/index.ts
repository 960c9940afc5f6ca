/** Porte 1, pure : le vocabulaire et les règles que d'autres modules emploient : les dossiers d’enfants. */

export type { Situations } from './situations.ts';
export { LIBELLE_STATUT, type StatutCode } from './statut.ts';
