-- Le rang suivant de l'année ; le numéro s'écrit partout par le vocabulaire (formatNumeroDeDossier), jamais deux fois.
drop function enfants.prendre_numero(text);
create function enfants.prendre_rang(annee text) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare suivant integer;
begin
  if not acces.peut('enfants.creer') or annee !~ '^\d{4}$' then
    raise exception 'Ouvrir un dossier non permis' using errcode = '42501';
  end if;
  -- Deux créations simultanées s'attendent le temps d'un verrou.
  perform pg_advisory_xact_lock(1296126533, annee::integer);
  select coalesce(max(substr(e.numero, 6)::integer), 0) + 1 into suivant
    from enfants.enfant e where e.numero ~ ('^' || annee || '-\d{1,8}$');
  return suivant;
end $$;
revoke execute on function enfants.prendre_rang(text) from public;

-- Les fiches absorbées et celle qui les garde aujourd'hui, fusions de fusions suivies : le journal d'un enfant commence sur elles.
create view acces.fiches_absorbees as
  with recursive suite as (
    select f.absorbee_id, f.gardee_id, 1 as rang from enfants.fusion f where f.annulee_le is null
    union all
    select s.absorbee_id, f.gardee_id, s.rang + 1 from suite s
      join enfants.fusion f on f.absorbee_id = s.gardee_id and f.annulee_le is null where s.rang < 20)
  select s.absorbee_id, s.gardee_id from suite s
    where exists (select 1 from acces.mes_personnes m where m.id = s.gardee_id);
