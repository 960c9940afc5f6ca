/** Porte 1, pure : le vocabulaire et les règles des enfants que d'autres modules emploient. */

export { formatNumeroDeDossier } from './enfant.ts';
export type { Situations } from './situations.ts';
