/** Morceaux de SQL des lectures : périodes, recherche par mots, tri, page d'une liste. */
import { type RawBuilder, sql } from 'kysely';
import type { JourCivil } from '#shared/jour-civil.ts';
import { buildPage, computeDecalage, type Page, type PageDemandee } from '#shared/pagination.ts';
import type { Transaction } from './connection.ts';

/**
 * La période contient ce jour. `coalesce` n'en change rien : sans lui, un plan gardé suppose qu'une ligne sur deux cents est en
 * cours, quand elles le sont presque toutes, et croise les listes ligne à ligne.
 */
export function isActif(colonne: string, jour: JourCivil): RawBuilder<boolean> {
  return sql<boolean>`coalesce(${sql.ref(colonne)} @> ${jour}::date, false)`;
}

/** « du » et « au », bornes incluses, d'une colonne `periode`. */
export function buildBornes(colonne: string): RawBuilder<unknown> {
  return sql`lower(${sql.ref(colonne)}) as du, (upper(${sql.ref(colonne)}) - 1) as au`;
}

/** Le texte cherché est dans la clé de tri, mot à mot, dans n'importe quel ordre. */
export function isTrouve(expression: RawBuilder<unknown>, recherche: string): RawBuilder<boolean> {
  const mots = recherche.split(/\s+/).filter(Boolean).slice(0, 6);
  if (mots.length === 0) return sql<boolean>`true`;
  const conditions = mots.map((mot) => sql<boolean>`${expression} like '%' || (select acces.normalise(${mot})) || '%'`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

export function buildSens(sens: 'asc' | 'desc'): RawBuilder<unknown> {
  return sens === 'desc' ? sql`desc nulls last` : sql`asc nulls last`;
}

type Liste = {
  /** Un « with … », quand la liste s'appuie sur des ensembles calculés une fois. */
  avec?: RawBuilder<unknown>;
  colonnes: RawBuilder<unknown>;
  source: RawBuilder<unknown>;
  ordre: RawBuilder<unknown>;
};

/** Une page d'une liste et le nombre total de ses lignes, en une requête ; une seconde seulement au-delà de la fin. */
export async function readListe<T extends object>(tx: Transaction, liste: Liste, page: PageDemandee): Promise<Page<T>> {
  const { avec = sql``, colonnes, source, ordre } = liste;
  const { rows } = await sql<T & { totalDeLaListe: number }>`
    ${avec} select ${colonnes}, count(*) over ()::int as total_de_la_liste ${source}
    order by ${ordre} limit ${page.taille} offset ${computeDecalage(page)}`.execute(tx);
  const lignes = rows.map(({ totalDeLaListe: _, ...ligne }) => ligne as unknown as T);
  const vide = rows.length === 0 && page.page > 1;
  return buildPage(lignes, vide ? await countListe(tx, liste) : (rows[0]?.totalDeLaListe ?? 0), page);
}

async function countListe(tx: Transaction, { avec = sql``, source }: Liste): Promise<number> {
  const { rows } = await sql<{ total: number }>`${avec} select count(*)::int as total ${source}`.execute(tx);
  return rows[0]?.total ?? 0;
}
