import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { isSansSuivi } from '#modules/acces/index.server.ts';
import type { Situations } from '../situations.ts';

/** Combien d'enfants l'agent voit, dossiers ouverts, et ce qui leur manque ; les mêmes conditions que les listes ouvertes par ces chiffres. */
export async function countSituations({ tx, aujourdhui }: Contexte): Promise<Situations> {
  const { rows } = await sql<Situations>`
    select count(*)::integer as suivis,
      (count(*) filter (where ${isSansSuivi(sql.ref('e.id'), aujourdhui)}))::integer as sans_suivi,
      (count(*) filter (where s.code = 'a-determiner'))::integer as statut_a_determiner,
      (count(*) filter (where p.date_naissance is null))::integer as naissance_inconnue
    from enfants.enfant e join enfants.personne p on p.id = e.id and p.fusionnee_dans is null
    left join enfants.statut s on s.enfant_id = e.id and s.periode @> ${aujourdhui}::date
    where e.clos_le is null or e.clos_le >= ${aujourdhui}::date`.execute(tx);
  return rows[0] ?? { suivis: 0, sansSuivi: 0, statutADeterminer: 0, naissanceInconnue: 0 };
}
