import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatDaterange } from '#shared/periode.ts';
import type { Sommes } from '../sommes.ts';
import type { Bornes } from '../tableau-filtre.ts';

/** Ce qui se lit dans la base d'un trait ; le reste vient des portes d'autres modules. */
export type SommesLues = Pick<
  Sommes,
  | 'enfants'
  | 'places'
  | 'minutesOuvertes'
  | 'minutesFacturees'
  | 'minutesRealisees'
  | 'participationsCentimes'
  | 'chargesCentimes'
  | 'placesChargees'
  | 'joursAbsence'
  | 'joursTheoriques'
  | 'joursMaladie'
  | 'agentsMaladie'
  | 'joursParentalite'
  | 'agentsParentalite'
  | 'joursAutre'
  | 'agentsAutre'
  | 'quotiteVacante'
  | 'quotiteVacanteLongue'
  | 'quotiteOuverte'
  | 'directions'
  | 'directionsVacantes'
  | 'documentsAJour'
  | 'famillesSansRessources'
  | 'familles'
  | 'pai'
  | 'enfantsSousContrat'
  | 'agesEnvois'
> & { etablissementId: string; moisComptes: number };

/** Ce que chaque crèche apporte sur la période, en une requête ; la base ne rend que celles que l'agent finance. */
export async function listSommes(
  { tx, aujourdhui }: Contexte,
  { du, au }: Bornes,
  ids: readonly string[],
): Promise<SommesLues[]> {
  const creches = sql`${[...ids]}::uuid[]`;
  const { rows } = await sql<SommesLues>`
    with mois as (
      select m.etablissement_id, count(*)::integer as mois_comptes, sum(m.minutes_ouvertes)::float8 as minutes_ouvertes,
        sum(m.minutes_facturees)::float8 as minutes_facturees, sum(m.minutes_realisees)::float8 as minutes_realisees,
        sum(m.participations_centimes)::float8 as participations_centimes, max(m.places)::integer as places, max(m.enfants)::integer as enfants
      from eaje.mois_activite m
      where m.etablissement_id = any (${creches}) and m.mois between ${du} and ${au} group by 1),
    couts as (
      select distinct on (e.etablissement_id) e.etablissement_id, e.charges_centimes::float8 as charges_centimes
      from eaje.exercice e
      where e.etablissement_id = any (${creches}) and e.annee <= extract(year from ${au}::date) and e.charges_centimes is not null
      order by e.etablissement_id, e.annee desc),
    postes as (
      select t.id as etablissement_id, sum(p.quotite)::float8 as quotite_ouverte,
        coalesce(sum(p.quotite) filter (where not exists (select 1 from organisation.affectation f
          where f.poste_id = p.id and f.nature = 'titulaire' and f.periode @> ${aujourdhui}::date)), 0)::float8 as quotite_vacante,
        coalesce(sum(p.quotite) filter (where p.periode @> (${aujourdhui}::date - interval '3 months')::date and not exists (select 1
          from organisation.affectation f where f.poste_id = p.id and f.nature = 'titulaire'
            and f.periode && daterange((${aujourdhui}::date - interval '3 months')::date, ${aujourdhui}::date, '[]'))), 0)::float8 as quotite_vacante_longue,
        count(*) filter (where p.profil = 'responsable-eaje')::integer as directions,
        count(*) filter (where p.profil = 'responsable-eaje' and not exists (select 1 from organisation.affectation f
          where f.poste_id = p.id and f.nature = 'titulaire' and f.periode @> ${aujourdhui}::date))::integer as directions_vacantes
      from eaje.etablissement t join organisation.poste p on p.unite_id = t.unite_id and p.periode @> ${aujourdhui}::date
      where t.id = any (${creches}) group by 1),
    documents as (
      select d.etablissement_id, count(*) filter (where d.a_revoir_le is null or d.a_revoir_le >= ${aujourdhui}::date)::integer as a_jour
      from (select distinct on (v.etablissement_id, v.nature) v.etablissement_id, v.a_revoir_le from eaje.document v
        where v.etablissement_id = any (${creches}) order by v.etablissement_id, v.nature, v.etabli_le desc) d group by 1),
    inscrits as materialized (
      select distinct c.etablissement_id, x.id, x.famille_id, x.pai
      from eaje.contrat c join eaje.enfant x on x.id = c.enfant_id
      where c.etablissement_id = any (${creches}) and c.periode @> ${aujourdhui}::date),
    accueillis as (
      select i.etablissement_id, count(*)::integer as enfants, (count(*) filter (where i.pai))::integer as pai from inscrits i group by 1),
    familles as (
      select f.etablissement_id, count(*)::integer as familles,
        count(*) filter (where not exists (select 1 from eaje.ressources r where r.famille_id = f.id
          and r.periode @> ${aujourdhui}::date and (r.origine in ('ASE', 'URGENCE')
            or (r.annuelles_centimes is not null and lower(r.periode) >= date_trunc('year', ${aujourdhui}::date)))))::integer as sans
      from eaje.famille f where f.id in (select i.famille_id from inscrits i) group by 1)
    select t.id as etablissement_id, coalesce(m.mois_comptes, 0) as mois_comptes, coalesce(m.places, 0) as places,
      coalesce(m.enfants, 0) as enfants,
      coalesce(m.minutes_ouvertes, 0) as minutes_ouvertes, coalesce(m.minutes_facturees, 0) as minutes_facturees,
      coalesce(m.minutes_realisees, 0) as minutes_realisees, coalesce(m.participations_centimes, 0) as participations_centimes,
      coalesce(c.charges_centimes, 0) as charges_centimes,
      case when c.charges_centimes is null then 0 else coalesce(m.places, 0) end as places_chargees,
      coalesce(a.jours_absence, 0) as jours_absence, coalesce(a.jours_theoriques, 0) as jours_theoriques,
      coalesce(a.jours_maladie, 0) as jours_maladie, coalesce(a.agents_maladie, 0) as agents_maladie,
      coalesce(a.jours_parentalite, 0) as jours_parentalite, coalesce(a.agents_parentalite, 0) as agents_parentalite,
      coalesce(a.jours_autre, 0) as jours_autre, coalesce(a.agents_autre, 0) as agents_autre,
      coalesce(p.quotite_vacante, 0) as quotite_vacante, coalesce(p.quotite_vacante_longue, 0) as quotite_vacante_longue, coalesce(p.quotite_ouverte, 0) as quotite_ouverte,
      coalesce(p.directions, 0) as directions, coalesce(p.directions_vacantes, 0) as directions_vacantes,
      coalesce(d.a_jour, 0) as documents_a_jour,
      coalesce(x.pai, 0) as pai, coalesce(x.enfants, 0) as enfants_sous_contrat,
      coalesce((select array[${aujourdhui}::date - max(q.jour)] from eaje.presence q
        where q.etablissement_id = t.id and q.jour <= ${aujourdhui}::date having max(q.jour) is not null), '{}') as ages_envois,
      coalesce(f.sans, 0) as familles_sans_ressources, coalesce(f.familles, 0) as familles
    from eaje.etablissement t left join mois m on m.etablissement_id = t.id left join couts c on c.etablissement_id = t.id
      left join postes p on p.etablissement_id = t.id left join accueillis x on x.etablissement_id = t.id left join familles f on f.etablissement_id = t.id left join documents d on d.etablissement_id = t.id
      left join acces.absenteisme_creches(${formatDaterange({ du, au })}::daterange) a on a.etablissement_id = t.id
    where t.id = any (${creches})`.execute(tx);
  return rows;
}

export type MoisDeCreche = Pick<
  Sommes,
  'enfants' | 'places' | 'minutesOuvertes' | 'minutesFacturees' | 'minutesRealisees' | 'participationsCentimes'
> & { etablissementId: string; mois: JourCivil };

/** Les mêmes crèches, mois par mois : ce dont la tendance est faite. */
export async function listSommesMensuelles(
  { tx }: Contexte,
  { du, au }: Bornes,
  ids: readonly string[],
): Promise<MoisDeCreche[]> {
  const { rows } = await sql<MoisDeCreche>`
    select m.etablissement_id, m.mois, m.enfants, m.places, m.minutes_ouvertes::float8, m.minutes_facturees::float8,
      m.minutes_realisees::float8, m.participations_centimes::float8
    from eaje.mois_activite m
    where m.etablissement_id = any (${[...ids]}::uuid[]) and m.mois between ${du} and ${au}
    order by m.mois, m.etablissement_id`.execute(tx);
  return rows;
}
