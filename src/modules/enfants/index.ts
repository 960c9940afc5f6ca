/** Porte 1, pure : le vocabulaire et les règles que d'autres modules emploient : les dossiers d’enfants. */

export type { Situations } from './situations.ts';
