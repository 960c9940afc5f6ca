import type { Ligne } from '#database/insert-rows.ts';
import { formatNumero, type Numero } from './calendrier.ts';

/** Les lignes d'une table. Un module donne ses lots dans l'ordre où la base peut les recevoir. */
export type Lot = { table: string; lignes: readonly Ligne[] };

/** Période civile, bornes comprises ; fin nulle = toujours en cours. */
export const formatPeriode = (du: Numero, au: Numero | null): string =>
  `[${formatNumero(du)},${au === null ? '' : formatNumero(au)}]`;
