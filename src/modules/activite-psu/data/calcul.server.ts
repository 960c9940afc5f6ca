/** Compter les heures d'un mois, pour toutes les crèches à la fois, et les garder : le tableau ne relit pas une année de présences. */
import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { computeHeuresPlaces, type EtablissementOuvert } from '#modules/eaje/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { overlaps } from '#shared/periode.ts';
import { buildHeures, type Demande, listJoursOuverts } from './heures.server.ts';

/** Recompte un mois ; un mois figé ne bouge pas. Rend combien de crèches ont été comptées. */
export async function updateMois(tx: Transaction, demande: Demande): Promise<number> {
  await clearMarques(tx, demande);
  const { creches, du, au, tables } = await buildHeures(tx, demande);
  if (creches.length === 0) return 0;
  const murs = creches.map((creche) => buildMurs(creche, { du, au }, demande.aujourdhui));
  const { numAffectedRows } = await sql`
    with mur as (select * from jsonb_to_recordset(${JSON.stringify(murs)}::jsonb)
        as m(id uuid, places smallint, ouverts smallint, minutes integer, "aVenir" integer, "joursAVenir" smallint)),
    ${tables},
    creche as (
      select e.etablissement_id, sum(contractees)::int as contractees, coalesce(sum(a_venir), 0)::int as a_venir, sum(facturees)::int as facturees,
        sum(realisees)::int as realisees, coalesce(sum(occasionnelles), 0)::int as occasionnelles, sum(doutes)::int as doutes, sum(pointages)::int as pointages,
        sum(participations)::bigint as participations, count(*)::smallint as enfants,
        count(*) filter (where n.handicap)::smallint as handicap
      from enfant e join eaje.enfant n on n.id = e.enfant_id group by 1)
    insert into eaje.mois_activite (etablissement_id, mois, places, jours_ouverts, minutes_ouvertes, ouvertes_a_venir, jours_a_venir, minutes_contractees,
      contractees_a_venir, minutes_facturees, minutes_realisees, minutes_occasionnelles, doutes, pointages, participations_centimes, enfants, enfants_handicap)
    select m.id, ${du}::date, m.places, m.ouverts, m.minutes, m."aVenir", m."joursAVenir", coalesce(c.contractees, 0), coalesce(c.a_venir, 0), coalesce(c.facturees, 0),
      coalesce(c.realisees, 0), coalesce(c.occasionnelles, 0), coalesce(c.doutes, 0), coalesce(c.pointages, 0), coalesce(c.participations, 0), coalesce(c.enfants, 0),
      coalesce(c.handicap, 0)
    from mur m left join creche c on c.etablissement_id = m.id
    on conflict (etablissement_id, mois) do update set places = excluded.places, jours_ouverts = excluded.jours_ouverts,
      minutes_ouvertes = excluded.minutes_ouvertes, ouvertes_a_venir = excluded.ouvertes_a_venir, jours_a_venir = excluded.jours_a_venir,
      minutes_contractees = excluded.minutes_contractees, contractees_a_venir = excluded.contractees_a_venir,
      minutes_facturees = excluded.minutes_facturees, minutes_realisees = excluded.minutes_realisees,
      minutes_occasionnelles = excluded.minutes_occasionnelles, doutes = excluded.doutes, pointages = excluded.pointages,
      participations_centimes = excluded.participations_centimes, enfants = excluded.enfants, enfants_handicap = excluded.enfants_handicap,
      calcule_le = transaction_timestamp()
    where mois_activite.fige_le is null`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Avant de compter, et non après : ce qu'un acte change pendant le compte reste à reprendre. Un mois figé garde la sienne. */
async function clearMarques(tx: Transaction, { mois, ids }: Demande): Promise<void> {
  await sql`
    delete from eaje.mois_a_compter r where r.mois = ${mois} and ${ids === undefined ? sql`true` : sql`r.etablissement_id = any (${[...ids]}::uuid[])`}
      and not exists (select 1 from eaje.mois_activite m
        where m.etablissement_id = r.etablissement_id and m.mois = r.mois and m.fige_le is not null)`.execute(tx);
}

/** Le plus ancien mois fini que des actes ont changé, et ses crèches, sans celles où il est figé. Rien : tout est à jour. */
export async function findMoisTouche(tx: Transaction): Promise<{ mois: JourCivil; ids: string[] } | undefined> {
  const { rows } = await sql<{ mois: JourCivil; ids: string[] }>`
    select r.mois, array_agg(distinct r.etablissement_id) as ids from eaje.mois_a_compter r
    where not exists (select 1 from eaje.mois_activite m
      where m.etablissement_id = r.etablissement_id and m.mois = r.mois and m.fige_le is not null)
    group by r.mois order by r.mois limit 1`.execute(tx);
  return rows[0];
}

/** Les mois de ces crèches qu'un acte a changés et que la nuit reprendra. */
export async function countMoisTouches(
  { tx }: Pick<Contexte, 'tx'>,
  { du, au }: Readonly<{ du: JourCivil; au: JourCivil }>,
  ids: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ nombre: number }>`
    select count(distinct (r.etablissement_id, r.mois))::int as nombre from eaje.mois_a_compter r
    where r.mois between ${du} and ${au} and r.etablissement_id = any (${[...ids]}::uuid[])
      and not exists (select 1 from eaje.mois_activite m
        where m.etablissement_id = r.etablissement_id and m.mois = r.mois and m.fige_le is not null)`.execute(tx);
  return rows[0]?.nombre ?? 0;
}

/** Ce que la crèche ouvre dans le mois, et ce qu'il en reste à partir d'aujourd'hui. */
function buildMurs(creche: EtablissementOuvert, { du, au }: { du: JourCivil; au: JourCivil }, aujourdhui: JourCivil) {
  const reste = aujourdhui > du ? aujourdhui : du;
  const autorisation = creche.autorisations.findLast((candidate) => overlaps(candidate, { du, au }));
  return {
    id: creche.id,
    places: autorisation?.places ?? 0,
    ouverts: listJoursOuverts(creche, du, au).length,
    minutes: Math.round(60 * computeHeuresPlaces(creche, { du, au })),
    joursAVenir: listJoursOuverts(creche, reste, au).length,
    aVenir: reste > au ? 0 : Math.round(60 * computeHeuresPlaces(creche, { du: reste, au })),
  };
}
