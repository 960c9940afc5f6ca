-- IND-11, par motif : les jours de chaque motif et combien d'agents ils concernent, pour taire un motif trop rare. Aucune absence ne se lit.
drop function acces.absenteisme_creches(daterange);

create function acces.absenteisme_creches(sur daterange)
returns table (etablissement_id uuid, jours_absence integer, jours_theoriques integer, jours_maladie integer, agents_maladie integer,
  jours_parentalite integer, agents_parentalite integer, jours_autre integer, agents_autre integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with presents as (
    select p.etablissement_id, p.agent_id, p.periode * sur as jours
    from eaje.professionnel p
    where p.etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[]) and p.periode && sur),
  absences as (
    select p.etablissement_id, p.agent_id, coalesce(m.motif, 'autre') as motif, acces.jours_de_semaine(a.periode * p.jours) as nombre
    from presents p join organisation.absence a on a.agent_id = p.agent_id and a.periode && p.jours
      left join organisation.absence_motif m on m.absence_id = a.id
    where coalesce(m.motif, 'autre') not in ('conge', 'formation')),
  absents as (
    select a.etablissement_id, sum(a.nombre)::integer as nombre,
      sum(a.nombre) filter (where a.motif = 'maladie')::integer as maladie,
      count(distinct a.agent_id) filter (where a.motif = 'maladie' and a.nombre > 0)::integer as de_maladie,
      sum(a.nombre) filter (where a.motif = 'parentalite')::integer as parentalite,
      count(distinct a.agent_id) filter (where a.motif = 'parentalite' and a.nombre > 0)::integer as de_parentalite,
      sum(a.nombre) filter (where a.motif = 'autre')::integer as autre,
      count(distinct a.agent_id) filter (where a.motif = 'autre' and a.nombre > 0)::integer as d_autre
    from absences a group by a.etablissement_id)
  select p.etablissement_id, coalesce(max(a.nombre), 0)::integer, sum(acces.jours_de_semaine(p.jours))::integer,
    coalesce(max(a.maladie), 0)::integer, coalesce(max(a.de_maladie), 0)::integer,
    coalesce(max(a.parentalite), 0)::integer, coalesce(max(a.de_parentalite), 0)::integer,
    coalesce(max(a.autre), 0)::integer, coalesce(max(a.d_autre), 0)::integer
  from presents p left join absents a on a.etablissement_id = p.etablissement_id
  group by p.etablissement_id having count(distinct p.agent_id) >= 5
$$;
