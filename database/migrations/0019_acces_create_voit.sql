-- Ce qu'un agent voit, en fonctions : leur plan est gardé par connexion, et chaque appel ne suit que des index. Les foyers et
-- les adresses les emploient, quelques lignes à la fois ; les listes gardent des politiques que le planificateur voit.
create index on enfants.menage_membre (menage_id);

create function acces.voit_personne(personne uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select 1 from acces.mes_personnes p where p.id = personne);
end $$;

create function acces.voit_menage(menage uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select 1 from enfants.menage_membre m where m.menage_id = menage and acces.voit_personne(m.personne_id))
    or exists (select 1 from enfants.menage g where g.id = menage and g.cree_le = transaction_timestamp() and g.cree_par = acces.agent_courant());
end $$;
