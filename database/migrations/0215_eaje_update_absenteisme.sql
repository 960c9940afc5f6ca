-- IND-11, par motif : les jours de chaque motif et combien d'agents ils concernent, pour taire un motif trop rare. Aucune absence ne se lit.
drop function acces.absenteisme_creches(daterange);

create function acces.absenteisme_creches(sur daterange)
returns table (etablissement_id uuid, jours_absence integer, jours_theoriques integer, jours_maladie integer, agents_maladie integer,
  jours_parentalite integer, agents_parentalite integer, jours_autre integer, agents_autre integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with presents as materialized (
    select p.etablissement_id, p.agent_id, p.periode * sur as jours
    from eaje.professionnel p
    where p.etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[]) and p.periode && sur),
  -- Par agent d'abord : compter des agents distincts trierait toutes les absences autant de fois qu'il y a de motifs.
  absences as materialized (
    select p.etablissement_id, p.agent_id, coalesce(m.motif, 'autre') as motif, sum(acces.jours_de_semaine(a.periode * p.jours)) as nombre
    from presents p join organisation.absence a on a.agent_id = p.agent_id and a.periode && p.jours
      left join organisation.absence_motif m on m.absence_id = a.id
    where coalesce(m.motif, 'autre') not in ('conge', 'formation') group by 1, 2, 3),
  absents as (
    select a.etablissement_id, sum(a.nombre)::integer as nombre,
      sum(a.nombre) filter (where a.motif = 'maladie')::integer as maladie,
      (count(*) filter (where a.motif = 'maladie' and a.nombre > 0))::integer as de_maladie,
      sum(a.nombre) filter (where a.motif = 'parentalite')::integer as parentalite,
      (count(*) filter (where a.motif = 'parentalite' and a.nombre > 0))::integer as de_parentalite,
      sum(a.nombre) filter (where a.motif = 'autre')::integer as autre,
      (count(*) filter (where a.motif = 'autre' and a.nombre > 0))::integer as d_autre
    from absences a group by a.etablissement_id),
  agents as (select p.etablissement_id, p.agent_id, sum(acces.jours_de_semaine(p.jours)) as jours from presents p group by 1, 2),
  theoriques as (select a.etablissement_id, sum(a.jours)::integer as jours from agents a group by 1 having count(*) >= 5)
  select t.etablissement_id, coalesce(a.nombre, 0), t.jours, coalesce(a.maladie, 0), coalesce(a.de_maladie, 0),
    coalesce(a.parentalite, 0), coalesce(a.de_parentalite, 0), coalesce(a.autre, 0), coalesce(a.d_autre, 0)
  from theoriques t left join absents a on a.etablissement_id = t.etablissement_id
$$;
