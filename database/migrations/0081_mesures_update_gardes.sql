-- Ce que les règles laissent passer, la base le laisse passer : une naissance incertaine, l'accueil d'une femme enceinte, un accueil en
-- urgence commencé avant d'être décidé. Et réunir deux fiches ne laisse aucune mesure derrière.
create or replace function mesures.garder_decision() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  m record;
  refus text;
begin
  select n.*, p.date_naissance, p.naissance_precision into m
    from mesures.mesure x join mesures.nomenclature n on n.code = x.code join enfants.personne p on p.id = x.enfant_id where x.id = new.mesure_id;
  refus := case
    when new.le < m.date_naissance and m.naissance_precision = 'exacte' and m.code <> 'MERE_ENFANT' then 'decision_naissance'
    when new.le > acces.aujourdhui() or new.recue_le > acces.aujourdhui() then 'decision_a_venir'
    when (new.signataire_id is not null) <> (m.acte_delegue is not null) then 'decision_autorite'
    when new.nature = 'initiale' and new.le >= m.interdite_le then 'decision_code_interdit'
    when new.corrige_id is not null and not exists (
      select 1 from mesures.decision c where c.id = new.corrige_id and c.mesure_id = new.mesure_id) then 'decision_corrigee' end;
  if refus is not null then raise exception 'Décision impossible : %', refus using errcode = '23514', constraint = refus; end if;
  return new;
end $$;

create or replace function mesures.garder_execution() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  decidee date;
  urgente boolean;
  refus text;
begin
  select x.decidee_le, n.acte_delegue is not distinct from 'urgence.decider' into decidee, urgente
    from mesures.mesure x join mesures.nomenclature n on n.code = x.code where x.id = new.mesure_id;
  refus := case
    -- Une fin se décide d'avance : la mesure court jusque-là.
    when new.le > acces.aujourdhui() and new.nature <> 'fin' then 'execution_a_venir'
    when not new.annule and (decidee is null or (new.le < decidee and not urgente)) then 'execution_avant_decision'
    when new.corrige_id is not null and not exists (
      select 1 from mesures.execution c where c.id = new.corrige_id and c.mesure_id = new.mesure_id and c.nature = new.nature) then 'execution_corrigee' end;
  if refus is not null then raise exception 'Exécution impossible : %', refus using errcode = '23514', constraint = refus; end if;
  return new;
end $$;

create or replace function enfants.deplacer_ligne(relation regclass, colonne name, ligne uuid, avant jsonb, garde uuid) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  cles constant jsonb := '{"enfants.lien": ["enfant_id", "personne_id", "qualite"], "enfants.autorite_parentale": ["enfant_id", "personne_id"],
    "enfants.statut": ["enfant_id"], "enfants.menage_membre": ["menage_id", "personne_id"], "enfants.acces_nomme": ["enfant_id", "agent_id"]}';
  cible jsonb := avant || jsonb_build_object(colonne, garde);
  restes datemultirange;
  morceau daterange;
  ajoutees jsonb := '[]';
  une jsonb;
  rang integer := 0;
begin
  begin
    execute format('update %s t set %I = $1 where id = $2 returning to_jsonb(t)', relation, colonne) using garde, ligne into une;
    return jsonb_build_object('table', relation::text, 'id', ligne, 'sort', 'deplacee', 'avant', avant, 'apres', une, 'ajoutees', ajoutees);
  exception when exclusion_violation or unique_violation then null;
  end;
  if relation = 'enfants.mission'::regclass then
    update enfants.mission t set enfant_id = garde, nature = 'equipe' where t.id = ligne returning to_jsonb(t) into une;
    return jsonb_build_object('table', relation::text, 'id', ligne, 'sort', 'changee', 'avant', avant, 'apres', une, 'ajoutees', ajoutees);
  end if;
  -- Deux titres d'un même groupe sur les mêmes jours : la mesure suit son enfant et ne compte plus pour un titre, jusqu'à correction.
  if relation = 'mesures.mesure'::regclass then
    update mesures.mesure t set enfant_id = garde, groupe = null where t.id = ligne returning to_jsonb(t) into une;
    return jsonb_build_object('table', relation::text, 'id', ligne, 'sort', 'changee', 'avant', avant, 'apres', une, 'ajoutees', ajoutees);
  end if;
  if not cles ? relation::text then
    return jsonb_build_object('table', relation::text, 'id', ligne, 'sort', 'restee', 'avant', avant);
  end if;
  execute format('select $1::datemultirange - range_agg(t.periode) from %s t where to_jsonb(t) @> $2 and t.id <> $3', relation)
    using '{' || (avant ->> 'periode') || '}', (select jsonb_object_agg(c, cible -> c) from jsonb_array_elements_text(cles -> relation::text) c), ligne
    into restes;
  if restes is null or isempty(restes) then
    return jsonb_build_object('table', relation::text, 'id', ligne, 'sort', 'restee', 'avant', avant);
  end if;
  for morceau in select unnest(restes) loop
    rang := rang + 1;
    if rang = 1 then
      execute format('update %s t set %I = $1, periode = $3 where id = $2 returning to_jsonb(t)', relation, colonne) using garde, ligne, morceau into cible;
    else
      execute format('insert into %1$s as t select (jsonb_populate_record(null::%1$s, $1)).* returning to_jsonb(t)', relation)
        using avant || jsonb_build_object(colonne, garde, 'id', gen_random_uuid(), 'periode', morceau::text) into une;
      ajoutees := ajoutees || jsonb_build_array(une);
    end if;
  end loop;
  return jsonb_build_object('table', relation::text, 'id', ligne, 'sort', 'coupee', 'avant', avant, 'apres', cible, 'ajoutees', ajoutees);
end $$;

-- Du premier jour au dernier, arrêtés à la fin de la mesure ; rien si aucune décision ne vaut, ou si elle a fini avant de commencer.
create function mesures.couverture(du date, au date, fin date) returns daterange
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when du is not null and (least(au, fin) is null or du <= least(au, fin)) then daterange(du, least(au, fin), '[]') end
$$;

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
  where m.id = v.mesure_id;
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
  where m.id = v.mesure_id;
  return null;
end $$;

