-- Les horaires et vacations d'une équipe se lisaient par l'index d'exclusion, dix fois plus lent qu'un index ordinaire.
create index horaire_professionnel_id_idx on eaje.horaire (professionnel_id);
create index vacation_professionnel_id_idx on eaje.vacation (professionnel_id, jour);

-- Qui est venu en renfort se relit à chaque requête : dix ans de vacations ne doivent pas y passer, ni aucune pour qui voit toutes les unités.
create or replace function acces.mes_renforts() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct v.professionnel_id), '{}') from eaje.vacation v
  where v.etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[])
    and v.jour >= (select acces.aujourdhui()) - 400
    and exists (select 1 from eaje.professionnel p where p.unite_id <> all ((select acces.unites_courantes())::uuid[]))
$$;
