-- Des quelques informations trouvées par un nom, chacune demande si on la voit : aucune année entière n'est relue pour cela.
create or replace function ip.chercher(mots text[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare filtres text := (
  select string_agg(format('m.recherche like %L', '%' || acces.normalise(mot) || '%'), ' and ') from unnest(mots) mot where acces.normalise(mot) <> '');
begin
  if filtres is null or not acces.session_ouverte() then return; end if;
  return query execute 'select t.information_id from (select distinct m.information_id from ip.mineur m where ' || filtres
    || ' limit 500) t where (select true from acces.mes_informations i where i.id = t.information_id)';
end $$;
