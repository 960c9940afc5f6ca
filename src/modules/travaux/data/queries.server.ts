import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { readListe } from '#database/lecture.ts';
import type { Page, PageDemandee } from '#shared/pagination.ts';
import { JOURS_D_ECHECS, type Passage, type PassageFiltre, type Travail } from '../travail.ts';

/** Un passage sans fin au-delà de la durée permise a été coupé, même si rien ne l'a encore repris. */
const ISSUE = sql`coalesce(p.issue, case when p.debut_le + make_interval(secs => t.duree_maximale_secondes) < now()
  then 'coupe' else 'en-cours' end)`;
const DUREE = sql`extract(epoch from p.fin_le - p.debut_le)::float8`;

export async function listTravaux(tx: Transaction): Promise<Travail[]> {
  const { rows } = await sql<Travail>`
    with paris as (select now() at time zone 'Europe/Paris' as ici), derniers as (
      select distinct on (p.travail) p.travail, jsonb_build_object('id', p.id, 'essai', p.essai, 'essais', t.reprises + 1, 'debutLe', p.debut_le,
        'dureeSecondes', ${DUREE}, 'issue', ${ISSUE}, 'bilan', p.bilan, 'reference', p.reference) as dernier
      from travaux.passage p join travaux.travail t on t.nom = p.travail order by p.travail, p.debut_le desc
    ), echecs as (
      select p.travail, count(*)::int as nombre from travaux.passage p where p.issue = 'echec' and ${isRecent(JOURS_D_ECHECS)}
      group by p.travail
    )
    select t.nom, t.titre, to_char(t.heure, 'HH24:MI') as heure,
      (ici::date + t.heure + case when ici::time >= t.heure then interval '1 day' else interval '0' end) at time zone 'Europe/Paris' as prochain_le,
      exists (select 1 from travaux.demande d where d.travail = t.nom and d.prise_le is null) as attendu,
      coalesce(e.nombre, 0) as echecs, d.dernier
    from travaux.travail t cross join paris left join derniers d on d.travail = t.nom left join echecs e on e.travail = t.nom
    order by t.heure nulls last, t.titre`.execute(tx);
  return rows;
}

export async function findTravail(
  tx: Transaction,
  nom: string,
): Promise<{ nom: string; heure: string | null; attendu: boolean } | undefined> {
  const { rows } = await sql<{ nom: string; heure: string | null; attendu: boolean }>`
    select t.nom, to_char(t.heure, 'HH24:MI') as heure,
      exists (select 1 from travaux.demande d where d.travail = t.nom and d.prise_le is null) as attendu
    from travaux.travail t where t.nom = ${nom}`.execute(tx);
  return rows[0];
}

/** Les passages, du plus récent au plus ancien. */
export function listPassages(tx: Transaction, filtre: PassageFiltre, page: PageDemandee): Promise<Page<Passage>> {
  const source = sql`from travaux.passage p join travaux.travail t on t.nom = p.travail
    where (${filtre.travail} = '' or p.travail = ${filtre.travail}) and (${filtre.issue} = '' or ${ISSUE} = ${filtre.issue})
      and (${filtre.jours} = 0 or ${isRecent(filtre.jours)})`;
  const colonnes = sql`p.id, p.travail, t.titre, p.essai, t.reprises + 1 as essais, p.debut_le, ${DUREE} as duree_secondes, ${ISSUE} as issue,
    p.bilan, p.reference`;
  return readListe<Passage>(tx, { colonnes, source, ordre: sql`p.debut_le desc, p.id` }, page);
}

function isRecent(jours: number): RawBuilder<boolean> {
  return sql<boolean>`p.debut_le > now() - make_interval(days => ${jours}::integer)`;
}
