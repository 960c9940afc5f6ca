-- Le référent « santé et accueil inclusif » est le plus souvent extérieur : on tient ses heures de l'année, pas sa personne (CAP-18).
alter table eaje.etablissement add column rsai_heures smallint check (rsai_heures between 0 and 500);

-- Qui vient renforcer une crèche s'y voit, même rattaché ailleurs. Lue une fois par requête.
create function acces.mes_renforts() returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct v.professionnel_id), '{}') from eaje.vacation v
  where v.etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[])
$$;
