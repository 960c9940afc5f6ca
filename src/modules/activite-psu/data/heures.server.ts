/**
 * Les heures de chaque enfant, crèche par crèche, un mois donné : contrats, réservations, absences et présences se joignent par enfant et
 * par jour dans la base. Le README du module dit comment chaque heure se compte. Les mois comptés et Filoué en sont tirés.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { listEtablissementsOuverts } from '#modules/eaje/index.server.ts';
import { type EtablissementOuvert, isOuvert } from '#modules/eaje/index.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import { addJours, addMois, type JourCivil } from '#shared/jour-civil.ts';

export type Demande = { mois: JourCivil; aujourdhui: JourCivil; ids?: readonly string[] };

type HeuresDuMois = Readonly<{
  creches: readonly EtablissementOuvert[];
  du: JourCivil;
  au: JourCivil;
  /** Des tables nommées ; la dernière, `enfant`, porte une ligne par crèche et par enfant. */
  tables: RawBuilder<unknown>;
}>;

export async function buildHeures(tx: Transaction, { mois: du, aujourdhui, ids }: Demande): Promise<HeuresDuMois> {
  const au = addJours(addMois(du, 1), -1);
  const creches = await listEtablissementsOuverts(tx, { du, au, ...(ids ? { ids } : {}) });
  const pas = Number(await getParametre(tx, 'pointage.granularite-minutes', du));
  const franchise = Number(await getParametre(tx, 'pointage.franchise-minutes', du));
  const carence = Number(await getParametre(tx, 'creches.carence-maladie-jours', du));
  return { creches, du, au, tables: buildTables({ creches, du, au, aujourdhui, pas, franchise, carence }) };
}

/** Les jours d'une période où la crèche accueille. */
export function listJoursOuverts(creche: EtablissementOuvert, du: JourCivil, au: JourCivil): JourCivil[] {
  const jours: JourCivil[] = [];
  for (let jour = du; jour <= au; jour = addJours(jour, 1)) if (isOuvert(creche, jour)) jours.push(jour);
  return jours;
}

type Portee = {
  creches: readonly EtablissementOuvert[];
  du: JourCivil;
  au: JourCivil;
  aujourdhui: JourCivil;
  pas: number;
  /** PF-09, à confirmer : un bout de dépassement qui ne la passe pas ne se facture pas. */
  franchise: number;
  /** PF-08, à confirmer : les premiers jours de maladie restent dus. */
  carence: number;
};

function buildTables({ creches, du, au, aujourdhui, pas, franchise, carence }: Portee): RawBuilder<unknown> {
  const ouverts = creches.flatMap((creche) =>
    listJoursOuverts(creche, du, au).map((jour) => ({ id: creche.id, jour })),
  );
  const [ids, jours] = [ouverts.map(({ id }) => id), ouverts.map(({ jour }) => jour)];
  // Sous les politiques de ligne, une période ne se cherche pas par index : contrats et absences du mois se lisent une fois, puis se joignent.
  return sql`
    ouvert as materialized (select o.*, extract(isodow from o.jour)::int as rang from unnest(${ids}::uuid[], ${jours}::date[]) as o(etablissement_id, jour)),
    contrat as materialized (
      select c.etablissement_id, c.enfant_id, c.nature, c.periode, c.semaine, c.tarif_centimes, c.adaptation_jusqu_au
      from eaje.contrat c where c.periode && daterange(${du}, ${au}, '[]')),
    -- Un jour d'absence déduite où l'enfant est pointé se facture, et se dit douteux.
    deduit as materialized (
      select a.enfant_id, j::date as jour from eaje.absence a, generate_series(
        greatest(lower(a.periode) + case a.motif when 'MALADIE' then ${carence}::int else 0 end, ${du}::date),
        least(upper(a.periode) - 1, ${au}::date), interval '1 day') j
      where a.justifiee and a.motif in ('HOSPITALISATION', 'EVICTION', 'MALADIE') and a.periode && daterange(${du}, ${au}, '[]')),
    regulier as materialized (
      select c.etablissement_id, c.enfant_id, o.jour, c.tarif_centimes, c.semaine[2 * o.rang - 1] as debut, c.semaine[2 * o.rang] as fin,
        coalesce(o.jour <= c.adaptation_jusqu_au, false) as adaptation
      from ouvert o join contrat c on c.etablissement_id = o.etablissement_id and c.periode @> o.jour
      where c.nature = 'REGULIER' and c.semaine[2 * o.rang] > c.semaine[2 * o.rang - 1]),
    reserve as materialized (
      select r.etablissement_id, r.enfant_id, r.jour, sum(r.fin - r.debut)::int as minutes, max(r.tarif_centimes) as tarif_centimes
      from eaje.reservation r join ouvert o on o.etablissement_id = r.etablissement_id and o.jour = r.jour group by 1, 2, 3),
    presence as (
      select p.etablissement_id, p.enfant_id, p.jour, min(p.arrivee) filter (where p.depart is not null and not p.arrivee_supposee) as arrivee, max(p.depart) filter (where not p.arrivee_supposee) as depart,
        range_agg(int4range(p.arrivee / ${pas}::int * ${pas}::int, (p.depart + ${pas}::int - 1) / ${pas}::int * ${pas}::int)) filter (where p.depart is not null and not p.arrivee_supposee) as plages,
        count(*) as pointages, count(*) filter (where p.doute is not null or p.depart is null) as doutes
      from eaje.presence p
      where p.jour between ${du} and ${au} and p.jour < ${aujourdhui} and p.etablissement_id = any (${creches.map(({ id }) => id)}::uuid[])
      group by 1, 2, 3),
    venue as materialized (
      select etablissement_id, enfant_id, jour, arrivee, depart, pointages, doutes,
        coalesce((select sum(upper(r) - lower(r)) from unnest(plages) r), 0)::int as minutes
      from presence),
    jour_enfant as materialized (
      select etablissement_id, enfant_id, jour, k.debut, k.fin, k.adaptation, coalesce(k.tarif_centimes, r.tarif_centimes) as tarif_centimes, coalesce(r.minutes, 0) as reservees,
        v.arrivee, v.depart, coalesce(v.minutes, 0) as realisees, coalesce(v.pointages, 0) as pointages, coalesce(v.doutes, 0) as doutes
      from regulier k full join reserve r using (etablissement_id, enfant_id, jour)
        full join venue v using (etablissement_id, enfant_id, jour)),
    tarif as materialized (
      select distinct on (l.enfant_id, l.jour) l.enfant_id, l.jour, c.tarif_centimes
      from jour_enfant l join contrat c on c.enfant_id = l.enfant_id and c.periode @> l.jour
      where l.tarif_centimes is null order by l.enfant_id, l.jour, c.nature),
    ligne as (
      select l.etablissement_id, l.enfant_id, jour, coalesce(l.fin - l.debut, 0) + l.reservees as contractees, l.realisees, l.pointages,
        l.doutes + case when d.enfant_id is not null and l.pointages > 0 then 1 else 0 end as doutes,
        l.debut is null as occasionnelle, coalesce(l.tarif_centimes, t.tarif_centimes) as tarif,
        case when jour >= ${aujourdhui} then 0
          when l.debut is null or l.adaptation then l.realisees
          when d.enfant_id is not null and l.pointages = 0 then 0
          else l.fin - l.debut + ${buildBout(sql`l.debut - l.arrivee`, { pas, franchise })} + ${buildBout(sql`l.depart - l.fin`, { pas, franchise })} end as facturees
      from jour_enfant l left join deduit d using (enfant_id, jour) left join tarif t using (enfant_id, jour)),
    enfant as (
      select etablissement_id, enfant_id, sum(contractees) as contractees, sum(contractees) filter (where jour >= ${aujourdhui}) as a_venir,
        sum(facturees) as facturees, sum(realisees) as realisees, sum(facturees) filter (where occasionnelle) as occasionnelles,
        sum(pointages) as pointages, sum(doutes) + count(*) filter (where facturees > 0 and tarif is null) as doutes,
        coalesce(round(sum(facturees::numeric * tarif) / 60), 0) as participations
      from ligne group by 1, 2)`;
}

/** Un bout de dépassement, avant l'heure ou après elle, compté pour lui-même : la règle de `computeDepassement` (PF-09). */
function buildBout(
  bout: RawBuilder<unknown>,
  { pas, franchise }: Pick<Portee, 'pas' | 'franchise'>,
): RawBuilder<unknown> {
  return sql`case when ${bout} > ${franchise}::int then ceil((${bout}) / ${pas}::numeric) * ${pas}::int else 0 end::int`;
}
