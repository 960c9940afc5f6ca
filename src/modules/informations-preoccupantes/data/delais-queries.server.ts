import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { addAns } from '#shared/jour-civil.ts';
import { TRANCHES_AGE, type TrancheAge } from '../information-filtre.ts';

/** Les délais d'évaluation de ce que l'agent voit : rapports remis depuis un an, et évaluations encore ouvertes. */
export type DelaisEvaluation = {
  remises: number;
  /** Jours de la réception à la remise du rapport ; nuls sans rapport remis. */
  mediane: number | null;
  neufDixiemes: number | null;
  dansLeDelai: number;
  ouvertes: number;
  enRetard: number;
  parAge: Record<TrancheAge, number>;
  /** Médiane de chaque mois de remise, du plus ancien au plus récent ; les mois sans rapport manquent. */
  serie: readonly { mois: string; mediane: number }[];
  territoires: readonly DelaisTerritoire[];
};
export type DelaisTerritoire = {
  id: string;
  nom: string;
  remises: number;
  mediane: number | null;
  neufDixiemes: number | null;
  dansLeDelai: number;
  ouvertes: number;
  enRetard: number;
};

type Mesures = Omit<DelaisEvaluation, 'serie' | 'territoires'>;
type Ligne = Mesures & {
  mois: string | null;
  id: string | null;
  nom: string | null;
  parMois: number;
  parTerritoire: number;
};

/** Délais d'une unité et de celles qu'elle contient ; de tout ce que l'agent voit sans unité. Une seule lecture, groupée trois fois. */
export async function computeDelaisEvaluation(contexte: Contexte, uniteId: string | null): Promise<DelaisEvaluation> {
  const { tx, aujourdhui } = contexte;
  const ici = uniteId
    ? sql`i.unite_id in (select x.unite_id from organisation.unite_ascendance x where x.ancetre_id = ${uniteId})`
    : sql`true`;
  const ages = sql.join(
    Object.keys(TRANCHES_AGE).map((tranche) => {
      const [minimum, maximum] = tranche.split('-').map(Number);
      return sql`${tranche}::text, (count(*) filter (where b.ouverte and b.age >= ${minimum}::integer and b.age < ${maximum}::integer))::integer`;
    }),
  );
  const { rows } = await sql<Ligne>`
    with lues as materialized (
      select i.unite_id, i.recue_le, i.rapport_remis_le, coalesce(i.echeance, (i.recue_le + interval '3 months')::date) as terme,
        coalesce(i.rapport_remis_le > ${addAns(aujourdhui, -1)}::date, false) as remise,
        (i.close_le is null and i.rapport_remis_le is null and i.qualifiee_le is not null) as ouverte
      from ip.information i where ${ici}
    ), territoires as materialized (
      select a.unite_id, a.ancetre_id as id from organisation.unite_ascendance a
        join organisation.unite u on u.id = a.ancetre_id and u.nature = 'territoire'
    ), bases as (
      select l.remise, l.ouverte, l.terme, l.rapport_remis_le, l.rapport_remis_le - l.recue_le as duree,
        ${aujourdhui}::date - l.recue_le as age, t.id,
        case when l.remise then l.rapport_remis_le - extract(day from l.rapport_remis_le)::integer + 1 end as mois
      from lues l left join territoires t on t.unite_id = l.unite_id where l.remise or l.ouverte
    ), mesures as (
      select b.mois, b.id, 1 - grouping(b.mois) as par_mois, 1 - grouping(b.id) as par_territoire,
        (count(*) filter (where b.remise))::integer as remises,
        percentile_cont(array[0.5, 0.9]) within group (order by b.duree) filter (where b.remise) as durees,
        (count(*) filter (where b.remise and b.rapport_remis_le <= b.terme))::integer as dans_le_delai,
        (count(*) filter (where b.ouverte))::integer as ouvertes,
        (count(*) filter (where b.ouverte and b.terme < ${aujourdhui}::date))::integer as en_retard,
        jsonb_build_object(${ages}) as par_age
      from bases b group by grouping sets ((), (b.mois), (b.id))
    )
    select to_char(m.mois, 'YYYY-MM') as mois, m.id, u.nom, m.par_mois, m.par_territoire, m.remises, m.dans_le_delai, m.ouvertes,
      m.en_retard, m.par_age, round(m.durees[1]::numeric)::integer as mediane, round(m.durees[2]::numeric)::integer as neuf_dixiemes
    from mesures m left join organisation.unite u on u.id = m.id order by m.mois, u.nom`.execute(tx);
  const ensemble = rows.find(({ parMois, parTerritoire }) => parMois === 0 && parTerritoire === 0);
  return {
    ...(ensemble ?? VIDES),
    serie: rows.flatMap(({ mois, mediane }) => (mois !== null && mediane !== null ? [{ mois, mediane }] : [])),
    territoires: rows.flatMap(({ id, nom, ...mesures }) =>
      id !== null && nom !== null ? [{ id, nom, ...mesures }] : [],
    ),
  };
}

const VIDES = {
  remises: 0,
  mediane: null,
  neufDixiemes: null,
  dansLeDelai: 0,
  ouvertes: 0,
  enRetard: 0,
  parAge: Object.fromEntries(Object.keys(TRANCHES_AGE).map((tranche) => [tranche, 0])) as Record<TrancheAge, number>,
};
