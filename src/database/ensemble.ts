import { type Compilable, type RawBuilder, sql } from 'kysely';
import type { Transaction } from './connection.ts';

type Requetes = Record<string, Compilable<object> | RawBuilder<object>>;
type LigneDe<Q> = Q extends RawBuilder<infer Ligne> ? Ligne : Q extends Compilable<infer Ligne> ? Ligne : never;
export type Ensemble<R extends Requetes> = { [K in keyof R]: LigneDe<R[K]>[] };

/** Ce que rend une requête (`build…`) à qui la met en forme (`parse…`) : la même liste, lue seule ou avec d'autres. */
export type Lues<F extends (...args: never) => Requetes[string]> = LigneDe<ReturnType<F>>[];

/**
 * Plusieurs listes en un seul aller-retour. Les valeurs passent par JSON : dates, textes, nombres et booléens s'y lisent
 * comme par le pilote ; un instant, non (il garde l'écriture de la base).
 */
export async function readEnsemble<R extends Requetes>(tx: Transaction, requetes: R): Promise<Ensemble<R>> {
  const noms = Object.keys(requetes);
  const listes = noms.map((nom) => {
    const requete = requetes[nom] as unknown as RawBuilder<unknown>;
    return sql`(select coalesce(json_agg(t), '[]') from (${requete}) t) as ${sql.ref(nom)}`;
  });
  const { rows } = await sql<Record<string, Record<string, unknown>[]>>`select ${sql.join(listes)}`.execute(tx);
  const lues = noms.map((nom) => [nom, (rows[0]?.[nom] ?? []).map(parseLigne)]);
  return Object.fromEntries(lues) as Ensemble<R>;
}

/** Les colonnes d'une ligne passée par JSON, aux noms de TypeScript, comme le fait Kysely des lignes du pilote. */
function parseLigne(ligne: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(ligne).map(([cle, valeur]) => [
      cle.replace(/_(\w)/g, (_, lettre: string) => lettre.toUpperCase()),
      valeur,
    ]),
  );
}
