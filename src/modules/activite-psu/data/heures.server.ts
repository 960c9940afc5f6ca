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
  const carence = Number(await getParametre(tx, 'creches.carence-maladie-jours', du));
  return { creches, du, au, tables: buildTables({ creches, du, au, aujourdhui, pas, carence }) };
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
  /** PF-08, à confirmer : les premiers jours de maladie restent dus. */
  carence: number;
};

function buildTables({ creches, du, au, aujourdhui, pas, carence }: Portee): RawBuilder<unknown> {
  const ouverts = creches.flatMap((creche) =>
    listJoursOuverts(creche, du, au).map((jour) => ({ id: creche.id, jour })),
  );
  const [ids, jours] = [ouverts.map(({ id }) => id), ouverts.map(({ jour }) => jour)];
  return sql`
    ouvert as (select * from unnest(${ids}::uuid[], ${jours}::date[]) as o(etablissement_id, jour)),
    regulier as (
      select c.etablissement_id, c.enfant_id, o.jour, c.tarif_centimes, c.semaine[2 * extract(isodow from o.jour)::int - 1] as debut,
        c.semaine[2 * extract(isodow from o.jour)::int] as fin, coalesce(o.jour <= c.adaptation_jusqu_au, false) as adaptation
      from ouvert o join eaje.contrat c on c.etablissement_id = o.etablissement_id and c.periode @> o.jour
      where c.nature = 'REGULIER' and c.semaine[2 * extract(isodow from o.jour)::int] > c.semaine[2 * extract(isodow from o.jour)::int - 1]),
    reserve as (
      select r.etablissement_id, r.enfant_id, r.jour, sum(r.fin - r.debut)::int as minutes
      from eaje.reservation r join ouvert o on o.etablissement_id = r.etablissement_id and o.jour = r.jour group by 1, 2, 3),
    presence as (
      select p.etablissement_id, p.enfant_id, p.jour, min(p.arrivee) filter (where p.depart is not null and not p.arrivee_supposee) as arrivee, max(p.depart) filter (where not p.arrivee_supposee) as depart,
        range_agg(int4range(p.arrivee / ${pas}::int * ${pas}::int, (p.depart + ${pas}::int - 1) / ${pas}::int * ${pas}::int)) filter (where p.depart is not null and not p.arrivee_supposee) as plages,
        count(*) filter (where p.doute is not null or p.depart is null) as doutes
      from eaje.presence p
      where p.jour between ${du} and ${au} and p.jour < ${aujourdhui} and p.etablissement_id = any (${creches.map(({ id }) => id)}::uuid[])
      group by 1, 2, 3),
    venue as (
      select etablissement_id, enfant_id, jour, arrivee, depart, doutes,
        coalesce((select sum(upper(r) - lower(r)) from unnest(plages) r), 0)::int as minutes
      from presence),
    ligne as (
      select etablissement_id, enfant_id, jour, k.debut, k.fin, coalesce(k.fin - k.debut, 0) + coalesce(r.minutes, 0) as contractees,
        coalesce(v.minutes, 0) as realisees, coalesce(v.doutes, 0) as doutes, k.debut is null as occasionnelle,
        coalesce(k.tarif_centimes, (select c.tarif_centimes from eaje.contrat c
          where k.debut is null and c.enfant_id = coalesce(r.enfant_id, v.enfant_id) and c.periode @> jour order by c.nature limit 1), 0) as tarif,
        case when jour >= ${aujourdhui} then 0
          when k.debut is null or k.adaptation then coalesce(v.minutes, 0)
          when exists (select 1 from eaje.absence a where a.enfant_id = k.enfant_id and a.periode @> jour and a.justifiee
            and (a.motif in ('HOSPITALISATION', 'EVICTION') or a.motif = 'MALADIE' and jour >= lower(a.periode) + ${carence}::int)) then 0
          else k.fin - k.debut + coalesce(ceil(greatest(0, k.debut - v.arrivee) / ${pas}::numeric) * ${pas}::int, 0)::int
            + coalesce(ceil(greatest(0, v.depart - k.fin) / ${pas}::numeric) * ${pas}::int, 0)::int end as facturees
      from regulier k full join reserve r using (etablissement_id, enfant_id, jour)
        full join venue v using (etablissement_id, enfant_id, jour)),
    enfant as (
      select etablissement_id, enfant_id, sum(contractees) as contractees, sum(contractees) filter (where jour >= ${aujourdhui}) as a_venir,
        sum(facturees) as facturees, sum(realisees) as realisees, sum(facturees) filter (where occasionnelle) as occasionnelles,
        sum(doutes) as doutes, round(sum(facturees::numeric * tarif) / 60) as participations
      from ligne group by 1, 2)`;
}
