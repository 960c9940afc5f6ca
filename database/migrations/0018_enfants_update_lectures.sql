-- Les enfants dont la fiche a été réunie à une autre : les listes les écartent sans relire chaque personne sous sa politique.
create view acces.enfants_absorbes as
  select p.id from enfants.personne p join enfants.enfant e on e.id = p.id where p.fusionnee_dans is not null;

-- La visibilité se demande à la personne près (une sous-requête par candidat) : jointe, elle se calculait pour tout le département.
create or replace function enfants.fratrie_hors_missions(enfant uuid) returns table (rang bigint, prenom text, meres integer, peres integer, communs integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select row_number() over (order by p.date_naissance nulls last, p.id), p.prenom,
    count(*) filter (where mien.qualite = 'mere' and leur.qualite = 'mere')::integer,
    count(*) filter (where mien.qualite = 'pere' and leur.qualite = 'pere')::integer, count(distinct leur.personne_id)::integer
  from enfants.lien mien
  join enfants.lien leur on leur.personne_id = mien.personne_id and leur.enfant_id <> mien.enfant_id
    and leur.filiation is not null and leur.filiation <> 'non-etablie'
  join enfants.personne p on p.id = leur.enfant_id and p.fusionnee_dans is null
  where mien.enfant_id = enfant and mien.filiation is not null and mien.filiation <> 'non-etablie'
    and (select count(*) from acces.mes_personnes m join enfants.enfant e on e.id = m.id where m.id = enfant) > 0
    and (select count(*) from acces.mes_personnes m where m.id = leur.enfant_id) = 0
    and not exists (select 1 from acces.enfants_restreints r where r.id = leur.enfant_id)
  group by p.id
$$;
