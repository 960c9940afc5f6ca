-- Charger un département entier : une mesure posée avec ce que disent déjà ses décisions ne se réécrit pas, et ce qui n'est pas décidé
-- n'encombre pas la contrainte.
alter table mesures.mesure drop constraint mesure_un_titre,
  add constraint mesure_un_titre exclude using gist ((enfant_id::text) with =, groupe with =, periode with &&)
    where (groupe is not null and periode is not null);

create or replace function mesures.tenir_couverture() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update mesures.mesure m set decidee_le = v.decidee_le,
    periode = mesures.couverture(v.du, v.au, m.finie_le)
  from (
    select t.mesure_id, min(d.le) filter (where d.nature = 'initiale') as decidee_le, min(d.du) as du,
      (array_agg(d.au order by d.du desc, d.le desc, d.id desc) filter (where d.nature <> 'modification' or d.au is not null))[1] as au
    from (select distinct n.mesure_id from nouvelles n) t
      left join mesures.decision_en_vigueur d on d.mesure_id = t.mesure_id and d.nature not in ('mainlevee', 'refus')
    group by t.mesure_id) v
  where m.id = v.mesure_id
    and (m.decidee_le, m.periode) is distinct from (v.decidee_le, mesures.couverture(v.du, v.au, m.finie_le));
  return null;
end $$;

create or replace function mesures.tenir_execution() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update mesures.mesure m set debut_le = v.debut_le, finie_le = v.finie_le,
    periode = mesures.couverture(v.du, v.au, v.finie_le)
  from (
    select t.mesure_id,
      (select min(e.le) from mesures.execution_en_vigueur e where e.mesure_id = t.mesure_id and e.nature = 'debut-effectif') as debut_le,
      (select max(e.le) from mesures.execution_en_vigueur e where e.mesure_id = t.mesure_id and e.nature = 'fin') as finie_le,
      (select min(d.du) from mesures.decision_en_vigueur d where d.mesure_id = t.mesure_id and d.nature not in ('mainlevee', 'refus')) as du,
      (select d.au from mesures.decision_en_vigueur d where d.mesure_id = t.mesure_id and d.nature not in ('mainlevee', 'refus')
        and (d.nature <> 'modification' or d.au is not null) order by d.du desc, d.le desc, d.id desc limit 1) as au
    from (select distinct n.mesure_id from nouvelles n where n.nature in ('debut-effectif', 'fin')) t) v
  where m.id = v.mesure_id
    and (m.debut_le, m.finie_le, m.periode) is distinct from (v.debut_le, v.finie_le, mesures.couverture(v.du, v.au, v.finie_le));
  return null;
end $$;
