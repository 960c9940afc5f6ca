-- IND-11 : l'absentéisme d'une crèche se compte sans que le motif d'une absence se lise.
create function acces.jours_de_semaine(jours daterange) returns integer
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  -- Du lundi au vendredi, comptés depuis le lundi 3 janvier 2000 jusqu'à chaque borne.
  select case when isempty(jours) then 0 else
    (upper(jours) - date '2000-01-03') / 7 * 5 + least((upper(jours) - date '2000-01-03') % 7, 5)
    - (lower(jours) - date '2000-01-03') / 7 * 5 - least((lower(jours) - date '2000-01-03') % 7, 5) end
$$;

-- Par crèche que l'on finance : jours d'absence hors congés et formation, et jours d'agent de la période. Sous cinq agents, rien :
-- le compte désignerait quelqu'un.
create function acces.absenteisme_creches(sur daterange)
returns table (etablissement_id uuid, jours_absence integer, jours_theoriques integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with presents as (
    select p.etablissement_id, p.agent_id, p.periode * sur as jours
    from eaje.professionnel p
    where p.etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[]) and p.periode && sur),
  absents as (
    select p.etablissement_id, sum(acces.jours_de_semaine(a.periode * p.jours))::integer as nombre
    from presents p join organisation.absence a on a.agent_id = p.agent_id and a.periode && p.jours
      left join organisation.absence_motif m on m.absence_id = a.id
    where coalesce(m.motif, 'autre') not in ('conge', 'formation')
    group by p.etablissement_id)
  select p.etablissement_id, coalesce(max(a.nombre), 0)::integer, sum(acces.jours_de_semaine(p.jours))::integer
  from presents p left join absents a on a.etablissement_id = p.etablissement_id
  group by p.etablissement_id having count(distinct p.agent_id) >= 5
$$;
