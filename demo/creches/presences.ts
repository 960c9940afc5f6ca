import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { formatNumero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { CRECHES } from '../parametres/creches.ts';
import type { Commande } from '../parametres/profils.ts';
import { listFeries, listVacances } from './calendrier-scolaire.ts';
import { PROBLEMES } from './problemes.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
/** Les taux de présence comptent toutes les absences : celles que les familles ont dites sont déjà retirées ici. */
const DITES = { annee: 1.1, vacances: 1.42, aout: 1.75 };

/**
 * Une année de présences réelles, écrite par la base elle-même : un million de lignes ne passent pas par la mémoire du
 * chargement. Le hasard est une empreinte de l'enfant, du jour et de la graine : la même partout, sur toute version.
 */
export async function writePresences(tx: Transaction, { profil, graine }: Commande): Promise<number> {
  const vacances = listVacances(profil);
  const [du, au] = [formatNumero(AUJOURDHUI - 364), formatNumero(AUJOURDHUI - 1)];
  const { vacances: enVacances, aout, hiver } = CRECHES.presenceSaison.valeur;
  const { sansDepart, sansArrivee, inverses, soigneuses, negligentes } = CRECHES.badgesOublies.valeur;
  // La base ignore combien de lignes feront ses étapes : laissée à elle-même, elle les joindrait une à une.
  await sql`select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`.execute(
    tx,
  );
  const { numAffectedRows } = await sql`
    with jour as (
      select d::date as jour, extract(isodow from d)::int as rang,
        (${[...CRECHES.presence.valeur]}::float8[])[extract(isodow from d)::int]
        * case when extract(month from d) = 8 then ${aout * DITES.aout}::float8
            when exists (select 1 from unnest(${vacances.map((v) => formatNumero(v.du))}::date[], ${vacances.map((v) => formatNumero(v.au))}::date[]) v(du, au)
              where d::date between v.du and v.au) then ${enVacances * DITES.vacances}::float8
            when extract(month from d) in (12, 1, 2) then ${hiver * DITES.annee}::float8 else ${DITES.annee}::float8 end as taux
      from generate_series(${du}::date, ${au}::date, interval '1 day') d
      where extract(isodow from d) < 6 and d::date <> all (${listFeries(profil).map(formatNumero)}::date[])
    ), creche as materialized (
      select e.id, e.ouvre, e.ferme, u.code,
        ('x' || substr(md5(e.id::text || ${graine}::text), 1, 6))::bit(24)::int / 16777216.0::float8 as penchant,
        case when row_number() over (order by u.code) % ${negligentes}::int = 1 then 1 else ${soigneuses}::float8 end as oubli
      from eaje.etablissement e join organisation.unite u on u.id = e.unite_id
    ), ouvert as materialized (
      -- Une borne en panne ne laisse rien de sa journée.
      select c.id, c.ouvre, c.ferme, c.oubli, c.code = ${PROBLEMES.FACTURATION} as deborde, j.jour, j.rang,
        least(0.985, j.taux * (0.96 + 0.1 * c.penchant)) as taux
      from creche c cross join jour j
      where not exists (select 1 from eaje.fermeture f where f.etablissement_id = c.id and f.periode @> j.jour)
        and ('x' || substr(md5(c.id::text || j.jour::text || ${graine}::text), 1, 6))::bit(24)::int >= 16777216 / 100
    ), absent as materialized (
      select a.enfant_id, d::date as jour from eaje.absence a
        cross join lateral generate_series(lower(a.periode), upper(a.periode) - 1, interval '1 day') d
    ), venue as (
      select o.id, o.jour, c.enfant_id, o.ouvre, o.ferme, o.oubli, o.deborde, o.taux,
        c.semaine[2 * o.rang - 1] as debut, c.semaine[2 * o.rang] as fin, coalesce(o.jour <= c.adaptation_jusqu_au, false) as adapte
      from eaje.contrat c join ouvert o on o.id = c.etablissement_id and c.periode @> o.jour
      where c.nature = 'REGULIER' and c.semaine[2 * o.rang] > 0
        and not exists (select 1 from absent a where a.enfant_id = c.enfant_id and a.jour = o.jour)
      union all
      select o.id, o.jour, r.enfant_id, o.ouvre, o.ferme, o.oubli, o.deborde, 0.93, r.debut, r.fin, false
      from eaje.reservation r join ouvert o on o.id = r.etablissement_id and o.jour = r.jour
    ), tiree as (
      select v.*, ('x' || substr(h, 1, 6))::bit(24)::int / 16777216.0::float8 as t1,
        ('x' || substr(h, 7, 6))::bit(24)::int / 16777216.0::float8 as t2,
        ('x' || substr(h, 13, 6))::bit(24)::int / 16777216.0::float8 as t3,
        ('x' || substr(h, 19, 6))::bit(24)::int / 16777216.0::float8 as t4
      from venue v cross join lateral (select md5(v.enfant_id::text || v.jour::text || ${graine}::text) as h offset 0) x
      where v.fin > v.debut
    ), presente as (
      select id, jour, enfant_id, ouvre, t3, t4, t4 / oubli as t5,
        greatest(ouvre, debut - case when deborde then 20 else 0 end + round(-8 + 30 * t2 * t2)::int) as arrivee,
        case when adapte then greatest(debut + 90, fin - 240)
          else least(ferme, fin + case when deborde then 25 else 0 end + round(20 - 50 * t3 * t3)::int) end as depart
      from tiree where deborde or t1 < taux
    )
    insert into eaje.presence (etablissement_id, jour, enfant_id, arrivee, depart, origine, doute, arrivee_supposee)
    select id, jour, enfant_id, case when doute = 'arrivee' then ouvre else arrivee end,
      case when doute = 'depart' then null else greatest(depart, arrivee + 30) end,
      case when t4 < 0.04 then 'BADGE' when t4 > 0.93 then 'SAISIE' when t4 > 0.75 then 'TABLETTE' else 'BADGE' end,
      case doute when 'depart' then 'Départ manquant.'
        when 'arrivee' then 'Arrivée manquante : ses minutes ne comptent pas.'
        when 'ordre' then 'Départ avant l’arrivée : les heures sont remises dans l’ordre.' end,
      coalesce(doute = 'arrivee', false)
    from (select *, case when t5 < ${sansDepart} then 'depart' when t5 < ${sansDepart + sansArrivee} then 'arrivee'
        when t5 < ${sansDepart + sansArrivee + inverses} then 'ordre' end as doute from presente) p
    order by enfant_id, jour`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
