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

const TERME = sql`coalesce(i.echeance, (i.recue_le + interval '3 months')::date)`;
const DUREE = sql`i.rapport_remis_le - i.recue_le`;

/** Délais d'une unité et de celles qu'elle contient ; de tout ce que l'agent voit sans unité. */
export async function computeDelaisEvaluation(contexte: Contexte, uniteId: string | null): Promise<DelaisEvaluation> {
  const { tx, aujourdhui } = contexte;
  const ici = uniteId
    ? sql`i.unite_id in (select x.unite_id from organisation.unite_ascendance x where x.ancetre_id = ${uniteId})`
    : sql`true`;
  const remise = sql`i.rapport_remis_le > ${addAns(aujourdhui, -1)}::date`;
  const ouverte = sql`(i.close_le is null and i.rapport_remis_le is null and i.qualifiee_le is not null)`;
  const mesures = sql`
      (count(*) filter (where ${remise}))::integer as remises,
      round((percentile_cont(0.5) within group (order by ${DUREE}) filter (where ${remise}))::numeric)::integer as mediane,
      round((percentile_cont(0.9) within group (order by ${DUREE}) filter (where ${remise}))::numeric)::integer as neuf_dixiemes,
      (count(*) filter (where ${remise} and i.rapport_remis_le <= ${TERME}))::integer as dans_le_delai,
      (count(*) filter (where ${ouverte}))::integer as ouvertes,
      (count(*) filter (where ${ouverte} and ${TERME} < ${aujourdhui}::date))::integer as en_retard`;
  const ages = sql.join(
    Object.keys(TRANCHES_AGE).map((tranche) => {
      const [minimum, maximum] = tranche.split('-').map(Number);
      return sql`${tranche}::text, (count(*) filter (where ${ouverte} and ${aujourdhui}::date - i.recue_le >= ${minimum}::integer and ${aujourdhui}::date - i.recue_le < ${maximum}::integer))::integer`;
    }),
  );
  const { rows } = await sql<Omit<DelaisEvaluation, 'serie' | 'territoires'>>`
    select ${mesures}, jsonb_build_object(${ages}) as par_age
    from ip.information i where ${ici} and (${remise} or ${ouverte})`.execute(tx);
  const { rows: serie } = await sql<{ mois: string; mediane: number }>`
    select to_char(i.rapport_remis_le, 'YYYY-MM') as mois,
      round((percentile_cont(0.5) within group (order by ${DUREE}))::numeric)::integer as mediane
    from ip.information i where ${ici} and ${remise} group by 1 order by 1`.execute(tx);
  const { rows: territoires } = await sql<DelaisTerritoire>`
    select u.id, u.nom, ${mesures}
    from ip.information i
      join organisation.unite_ascendance a on a.unite_id = i.unite_id
      join organisation.unite u on u.id = a.ancetre_id and u.nature = 'territoire'
    where ${ici} and (${remise} or ${ouverte}) group by u.id, u.nom order by u.nom`.execute(tx);
  return { ...(rows[0] ?? VIDES), serie, territoires };
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
