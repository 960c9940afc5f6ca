import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Situations } from '../situations.ts';

/** Combien d'enfants l'agent voit, dossiers ouverts, et ce qui leur manque ; les mêmes conditions que les listes ouvertes par ces chiffres. */
export async function countSituations({ tx, aujourdhui }: Contexte): Promise<Situations> {
  const { rows } = await sql<Situations>`
    select count(*)::integer as suivis,
      (count(*) filter (where d.sans_suivi))::integer as sans_suivi,
      (count(*) filter (where d.statut = 'a-determiner'))::integer as statut_a_determiner,
      (count(*) filter (where d.date_naissance is null))::integer as naissance_inconnue
    from acces.mes_dossiers d where d.clos_le is null or d.clos_le >= ${aujourdhui}::date`.execute(tx);
  return rows[0] ?? { suivis: 0, sansSuivi: 0, statutADeterminer: 0, naissanceInconnue: 0 };
}
