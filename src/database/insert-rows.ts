import { CompiledQuery, sql } from 'kysely';
import type { Transaction } from './connection.ts';

/** One value of a row: a period or a date as text, an array for a `text[]` column. */
export type Valeur = string | number | boolean | null | readonly string[];
export type Ligne = Readonly<Record<string, Valeur>>;

const PAR_ENVOI = 4000;

/**
 * Writes many rows of one table (keys in camelCase) in a few statements: one array per column, each value sent as
 * text and cast to the type of its column. About as fast as COPY, and it needs nothing but the driver.
 */
export async function writeRows(tx: Transaction, table: string, lignes: readonly Ligne[]): Promise<void> {
  const premiere = lignes[0];
  if (premiere === undefined) return;
  const cles = Object.keys(premiere);
  const types = await readTypes(tx, table);
  const colonnes = cles.map((cle) => cle.replace(/[A-Z]/g, (lettre) => `_${lettre.toLowerCase()}`));
  const valeurs = colonnes.map((colonne) => {
    const type = types.get(colonne);
    if (type === undefined) throw new Error(`La table ${table} n'a pas de colonne ${colonne}`);
    return `v.${colonne}::${type}`;
  });
  const tableaux = colonnes.map((_, i) => `$${i + 1}::text[]`);
  const texte = `insert into ${table} (${colonnes.join(', ')}) select ${valeurs.join(', ')} from unnest(${tableaux.join(', ')}) with ordinality as v(${colonnes.join(', ')}, ordre) order by ordre`;
  for (let debut = 0; debut < lignes.length; debut += PAR_ENVOI) {
    const envoi = lignes.slice(debut, debut + PAR_ENVOI);
    const arguments_ = cles.map((cle) => envoi.map((ligne) => formatValeur(ligne[cle] ?? null)));
    await tx.executeQuery(CompiledQuery.raw(texte, arguments_));
  }
}

const formatValeur = (valeur: Valeur): string | null => {
  if (valeur === null) return null;
  if (typeof valeur !== 'object') return String(valeur);
  return `{${valeur.map((texte) => `"${texte.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
};

async function readTypes(tx: Transaction, table: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ nom: string; type: string }>`
    select attname as nom, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(tx);
  return new Map(rows.map(({ nom, type }) => [nom, type]));
}
