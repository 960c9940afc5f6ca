import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { listEtablissementsOuverts } from '#modules/eaje/index.server.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatDaterange } from '#shared/periode.ts';

type Demande = { du: JourCivil; au: JourCivil; etablissementIds?: readonly string[] };

/** Un mois d'une crèche, en minutes et en centimes, contrats réguliers et réservations réunis. */
export type ContratsDuMois = Readonly<{
  etablissementId: string;
  /** « 2026-11 » */
  mois: string;
  contrats: number;
  /** Ce que prévoient les contrats, jour par jour, avant toute déduction. */
  minutesContractees: number;
  /** Fermetures et jours fériés. */
  minutesFermees: number;
  /** Absences déduites : hospitalisation, éviction, maladie au-delà de la carence, pièce reçue (PF-08). */
  minutesDeduites: number;
  minutesReservees: number;
  minutesFacturees: number;
  participationsCentimes: number;
}>;

/**
 * Les heures des contrats et ce qui s'en facture, crèche par crèche et mois par mois, en une requête. Les heures sont comptées au jour, non
 * lissées : c'est ce que la déclaration demande ; la mensualité, elle, est lissée. L'adaptation se facture au réel des présences.
 */
export async function listContratsDuMois(
  tx: Transaction,
  { du, au, etablissementIds }: Demande,
): Promise<ContratsDuMois[]> {
  const carence = await getParametre(tx, 'creches.carence-maladie-jours', du);
  const etabs = await listEtablissementsOuverts(tx, { du, au, ids: etablissementIds });
  const fermees = etabs.flatMap(({ id, fermetures }) => fermetures.map((f) => ({ id, du: f.du, au: f.au })));
  const ids = etabs.map(({ id }) => id);
  const { rows } = await sql<ContratsDuMois>`
    with fermetures as materialized (
      select f.id as etablissement_id, daterange(f.du, f.au, '[]') as periode
      from jsonb_to_recordset(${JSON.stringify(fermees)}::jsonb) as f(id uuid, du date, au date)
    ), fermes as materialized (
      select distinct f.etablissement_id, j::date as jour
      from fermetures f, generate_series(greatest(lower(f.periode), ${du}::date), least(coalesce(upper(f.periode) - 1, ${au}::date), ${au}::date), '1 day') j
    ), deduites as materialized (
      select a.enfant_id, case when a.motif = 'MALADIE' then daterange(lower(a.periode) + ${carence}::int, greatest(upper(a.periode), lower(a.periode) + ${carence}::int))
        else a.periode end as periode
      from eaje.absence a
      where a.justifiee and a.motif in ('MALADIE', 'HOSPITALISATION', 'EVICTION') and a.periode && ${formatDaterange({ du, au })}::daterange
        and a.etablissement_id = any (${ids}::uuid[])
    ), jours_deduits as materialized (
      select distinct d.enfant_id, j::date as jour from deduites d,
        generate_series(greatest(lower(d.periode), ${du}::date), least(upper(d.periode) - 1, ${au}::date), '1 day') j
    ), jours as materialized (
      select j::date as jour, extract(isodow from j)::int as rang, to_char(j, 'YYYY-MM') as mois
      from generate_series(${du}::date, ${au}::date, '1 day') j
    ), lignes as (
      select c.etablissement_id, j.mois, c.id as contrat_id, c.tarif_centimes,
        c.semaine[2 * j.rang] - c.semaine[2 * j.rang - 1] as minutes, f.jour is not null as ferme, d.jour is not null as deduit,
        c.adaptation_jusqu_au is not null and j.jour <= c.adaptation_jusqu_au as adaptation, c.enfant_id, j.jour
      from eaje.contrat c join jours j on c.periode @> j.jour and c.semaine[2 * j.rang] > c.semaine[2 * j.rang - 1]
      left join fermes f on f.etablissement_id = c.etablissement_id and f.jour = j.jour
      left join jours_deduits d on d.enfant_id = c.enfant_id and d.jour = j.jour
      where c.nature = 'REGULIER' and c.etablissement_id = any (${ids}::uuid[]) and c.periode && ${formatDaterange({ du, au })}::daterange
    ), adaptations as materialized (
      select l.contrat_id, l.jour, coalesce(sum(p.depart - p.arrivee), 0)::int as minutes
      from lignes l left join eaje.presence p on p.enfant_id = l.enfant_id and p.jour = l.jour and p.depart is not null
      where l.adaptation group by l.contrat_id, l.jour
    ), dues as (
      select l.*, case when l.ferme or l.deduit then 0 when l.adaptation then coalesce(a.minutes, 0) else l.minutes end as facturees
      from lignes l left join adaptations a on a.contrat_id = l.contrat_id and a.jour = l.jour
    ), par_contrat as (
      select etablissement_id, mois, contrat_id, sum(minutes) as contractees, sum(minutes) filter (where ferme) as fermees,
        sum(minutes) filter (where deduit and not ferme) as deduites, sum(facturees) as facturees,
        floor((sum(facturees) * min(tarif_centimes) * 2 + 60) / 120) as participations
      from dues group by etablissement_id, mois, contrat_id
    ), reservees as (
      select r.etablissement_id, to_char(r.jour, 'YYYY-MM') as mois, sum(r.fin - r.debut) as minutes,
        floor((sum((r.fin - r.debut) * coalesce(t.tarif_centimes, 0)) * 2 + 60) / 120) as participations
      from eaje.reservation r left join lateral (select c.tarif_centimes from eaje.contrat c where c.enfant_id = r.enfant_id
        order by (c.periode @> r.jour) desc, lower(c.periode) desc limit 1) t on true
      where r.jour between ${du}::date and ${au}::date and r.etablissement_id = any (${ids}::uuid[]) group by 1, 2
    )
    select coalesce(m.etablissement_id, r.etablissement_id) as etablissement_id, coalesce(m.mois, r.mois) as mois,
      coalesce(m.contrats, 0)::int as contrats, coalesce(m.contractees, 0)::int as minutes_contractees, coalesce(m.fermees, 0)::int as minutes_fermees,
      coalesce(m.deduites, 0)::int as minutes_deduites, coalesce(r.minutes, 0)::int as minutes_reservees,
      (coalesce(m.facturees, 0) + coalesce(r.minutes, 0))::int as minutes_facturees,
      (coalesce(m.participations, 0) + coalesce(r.participations, 0))::float8 as participations_centimes
    from (select etablissement_id, mois, count(*) as contrats, sum(contractees) as contractees, sum(fermees) as fermees, sum(deduites) as deduites,
        sum(facturees) as facturees, sum(participations) as participations from par_contrat group by 1, 2) m
    full join reservees r on r.etablissement_id = m.etablissement_id and r.mois = m.mois
    order by 1, 2`.execute(tx);
  return rows;
}
