import type { Lot } from '../lignes.ts';

type Valeur = string | number | boolean | null | readonly string[];
export type Ligne = Record<string, Valeur>;

/** Les lignes produites, table par table, dans l'ordre où la base peut les recevoir. */
const TABLES = [
  'information',
  'auteur',
  'mineur',
  'adulte',
  'acte',
  'lien',
  'transfert',
  'evaluateur',
  'rencontre',
  'rencontre_mineur',
  'avis',
  'rubrique',
  'rapport',
  'decision',
  'mesure_envisagee',
  'signalement',
  'information_donnee',
] as const;
export type Table = (typeof TABLES)[number];
export type LignesIp = Record<Table, Ligne[]>;

export function createLignesIp(): LignesIp {
  return Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as LignesIp;
}

export function listLotsIp(lignes: LignesIp): Lot[] {
  return TABLES.map((table) => ({ table: `ip.${table}`, lignes: lignes[table] as Lot['lignes'] }));
}
