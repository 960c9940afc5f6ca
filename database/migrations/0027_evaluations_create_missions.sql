-- Relier un mineur à un dossier le fait voir à l'équipe : il faut suivre cet enfant, ou être la cellule, qui reconnaît dans tout
-- le département ; un dossier restreint ne se relie que de qui y est nommé.
create function ip.garder_enfant() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.enfant_id is null or not acces.session_ouverte() or (tg_op = 'UPDATE' and new.enfant_id is not distinct from old.enfant_id) then
    return new;
  end if;
  if not exists (select 1 from enfants.enfant e where e.id = new.enfant_id
    and case when e.restreint then exists (select 1 from acces.mes_enfants_nommes n where n.enfant_id = e.id)
      else acces.peut('ip.recueillir') or exists (select 1 from acces.enfants_que_je_suis s where s.enfant_id = e.id) end) then
    raise exception 'Relier à un enfant que l''on ne suit pas' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger garder_enfant before insert or update of enfant_id on ip.mineur for each row execute function ip.garder_enfant();

-- Les missions de l'équipe auprès des enfants qu'elle évalue : une par évaluateur et par mineur relié à son dossier, le temps de
-- l'évaluation. Elles suivent l'équipe, les dossiers et l'état d'elles-mêmes : qui attribue n'a pas à savoir en donner.
create function ip.mission_d_evaluation(evaluateur uuid, mineur uuid) returns uuid
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select overlay(overlay(md5(evaluateur::text || mineur::text) placing '8' from 13) placing '8' from 17)::uuid
$$;
create function ip.tenir_missions(informations uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  with voulues as materialized (
    select ip.mission_d_evaluation(e.id, m.id) as id, m.enfant_id, e.agent_id, i.numero, e.periode * daterange(null, i.close_le, '[]') as periode
    from ip.evaluateur e join ip.information i on i.id = e.information_id join ip.mineur m on m.information_id = i.id
    where i.id = any (informations)
  ), retirees as (
    delete from enfants.mission x using voulues v where x.id = v.id and (v.enfant_id is null or isempty(v.periode))
  )
  insert into enfants.mission as deja (id, enfant_id, agent_id, nature, periode, motif)
  select v.id, v.enfant_id, v.agent_id, 'evaluation', v.periode, 'Évaluation ' || v.numero
  from voulues v where v.enfant_id is not null and not isempty(v.periode)
  on conflict (id) do update set enfant_id = excluded.enfant_id, periode = excluded.periode, version = deja.version + 1
    where (deja.enfant_id, deja.periode) is distinct from (excluded.enfant_id, excluded.periode);
end $$;
revoke execute on function ip.tenir_missions(uuid[]) from public;

create function ip.suivre_lignes() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform ip.tenir_missions(array(select distinct n.information_id from nouvelles n));
  return null;
end $$;
create trigger suivre_equipe_ajoutee after insert on ip.evaluateur referencing new table as nouvelles for each statement execute function ip.suivre_lignes();
create trigger suivre_equipe_changee after update on ip.evaluateur referencing new table as nouvelles for each statement execute function ip.suivre_lignes();
create trigger suivre_mineurs_ajoutes after insert on ip.mineur referencing new table as nouvelles for each statement execute function ip.suivre_lignes();
create trigger suivre_mineurs_changes after update on ip.mineur referencing new table as nouvelles for each statement execute function ip.suivre_lignes();

create function ip.suivre_etat() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform ip.tenir_missions(array[new.id]);
  return null;
end $$;
create trigger suivre_etat after update of close_le on ip.information for each row
  when (new.close_le is distinct from old.close_le) execute function ip.suivre_etat();

create function ip.suivre_retraits() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'evaluateur' then
    delete from enfants.mission x using anciennes o, ip.mineur m where m.information_id = o.information_id and x.id = ip.mission_d_evaluation(o.id, m.id);
  else
    delete from enfants.mission x using anciennes o, ip.evaluateur e where e.information_id = o.information_id and x.id = ip.mission_d_evaluation(e.id, o.id);
  end if;
  return null;
end $$;
create trigger suivre_equipe_retiree after delete on ip.evaluateur referencing old table as anciennes for each statement execute function ip.suivre_retraits();
create trigger suivre_mineurs_retires after delete on ip.mineur referencing old table as anciennes for each statement execute function ip.suivre_retraits();
