import { type RawBuilder, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { buildPage, computeDecalage, type Page, type PageDemandee } from '#shared/pagination.ts';
import {
  type AttenteComptee,
  type AttenteFiltre,
  type AttenteLigne,
  type AttentesComptees,
  SANS_SERVICE,
} from '../mesure-filtre.ts';
import { buildColonnes, isOrdonneePasExecutee, listConditionsCommunes } from './mesures-queries.server.ts';

const CLES: Record<AttenteFiltre['tri'], RawBuilder<unknown>> = {
  attente: sql`date '2000-01-01' - m.decidee_le`,
  enfant: sql`m.tri`,
  code: sql`m.code`,
  unite: sql`(select u.nom from organisation.unite u where u.id = m.unite_id)`,
  service: sql`m.service`,
};

async function buildSource(contexte: Contexte, filtre: AttenteFiltre) {
  const conditions = [isOrdonneePasExecutee(contexte.aujourdhui), ...(await listConditionsCommunes(contexte, filtre))];
  return sql`from acces.mes_mesures m where ${sql.join(conditions, sql` and `)}`;
}

/** Ordonné, pas exécuté : tout ce qui est décidé et n'a pas commencé, la plus longue attente d'abord. */
export async function listOrdonneesPasExecutees(
  contexte: Contexte,
  filtre: AttenteFiltre,
  demande: PageDemandee,
): Promise<Page<AttenteLigne>> {
  const sens = filtre.sens === 'desc' ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<AttenteLigne & { total: number }>`
    with vues as materialized (select m.id, ${CLES[filtre.tri]} as cle ${await buildSource(contexte, filtre)}),
    page as materialized (
      select v.id, row_number() over (order by v.cle ${sens}, v.id) as rang from vues v
      order by rang limit ${demande.taille} offset ${computeDecalage(demande)})
    select ${buildColonnes(contexte.aujourdhui)}, ${contexte.aujourdhui}::date - m.decidee_le as attente,
      x.raison, x.le as raison_depuis, coalesce(a.prenom || ' ' || a.nom, x.detenteur) as detenteur, x.risque, ensemble.total
    from (select count(*)::integer as total from vues) ensemble
      left join page on true
      left join acces.mes_mesures m on m.id = page.id and m.id = any (array(select p.id from page p))
      left join organisation.unite u on u.id = m.unite_id
      left join lateral (select e.raison, e.le, e.detenteur_id, e.detenteur, e.risque from mesures.execution_en_vigueur e
        where e.mesure_id = page.id and e.nature = 'attente' order by e.le desc, e.inscrite_le desc, e.id desc limit 1) x on true
      left join organisation.agent a on a.id = x.detenteur_id
    order by page.rang`.execute(contexte.tx);
  const lignes = rows.filter(({ id }) => id !== null).map(({ total: _, ...ligne }) => ligne);
  return buildPage(lignes, rows[0]?.total ?? 0, demande);
}

/** Les chiffres de la même liste, par territoire et par service : chacun ouvre la liste de ce qu'il compte. */
export async function countOrdonneesPasExecutees(contexte: Contexte, filtre: AttenteFiltre): Promise<AttentesComptees> {
  const { rows } = await sql<AttenteComptee & { axe: 'unite' | 'service' | 'tout' }>`
    with vues as materialized (
      select m.unite_id, m.service, ${contexte.aujourdhui}::date - m.decidee_le as attente ${await buildSource(contexte, filtre)}),
    situees as (
      select v.*, t.id as territoire_id, coalesce(t.nom, u.nom) as territoire
      from vues v join organisation.unite u on u.id = v.unite_id
        left join lateral (select x.id, x.nom from organisation.unite_ascendance y join organisation.unite x on x.id = y.ancetre_id
          where y.unite_id = v.unite_id and x.nature = 'territoire' order by y.distance desc limit 1) t on true)
    select 'tout' as axe, null::text as id, '' as nom, count(*)::integer as nombre, coalesce(max(v.attente), 0) as plus_longue from vues v
    union all
    select 'unite', s.territoire_id::text, s.territoire, count(*)::integer, max(s.attente) from situees s
      group by s.territoire_id, s.territoire
    union all
    select 'service', coalesce(v.service, ${SANS_SERVICE}), coalesce(v.service, ''), count(*)::integer, max(v.attente) from vues v
      group by v.service
    order by nombre desc, nom`.execute(contexte.tx);
  const listAxe = (voulu: string): AttenteComptee[] =>
    rows.filter(({ axe }) => axe === voulu).map(({ axe: _, ...compte }) => compte);
  const [tout] = listAxe('tout');
  return {
    nombre: tout?.nombre ?? 0,
    plusLongue: tout?.plusLongue ?? 0,
    parUnite: listAxe('unite'),
    parService: listAxe('service'),
  };
}
