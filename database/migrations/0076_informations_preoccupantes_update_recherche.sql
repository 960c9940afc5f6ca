-- Des quelques informations trouvées par un nom, chacune demande si on la voit, par un plan gardé : aucune année entière n'est
-- relue pour cela, et seule la recherche du nom se planifie à chaque fois.
create or replace function ip.chercher(mots text[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  filtres text := (
    select string_agg(format('m.recherche like %L', '%' || acces.normalise(mot) || '%'), ' and ') from unnest(mots) mot where acces.normalise(mot) <> '');
  trouvees uuid[];
begin
  if filtres is null or not acces.session_ouverte() then return; end if;
  execute 'select array(select distinct m.information_id from ip.mineur m where ' || filtres || ' limit 500)' into trouvees;
  return query select t.id from unnest(trouvees) as t (id) where (select true from acces.mes_informations i where i.id = t.id);
end $$;
