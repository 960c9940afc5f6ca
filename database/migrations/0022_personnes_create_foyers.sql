-- Les foyers d'une personne que l'agent voit, avec ceux des membres qu'il voit. La visibilité se demande une fois pour tous ; sous
-- les politiques elle se redemandait à chaque membre, pour le foyer, pour l'adresse et pour la personne.
create function enfants.foyers_de(personne uuid)
returns table (membre_id uuid, menage_id uuid, libelle text, residence text, periode daterange, adresses jsonb, membres jsonb)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  jour constant date := acces.aujourdhui();
  vues constant uuid[] := array(select v.id from acces.mes_personnes v where v.id = any (array(
    select x.personne_id from enfants.menage_membre m join enfants.menage_membre x on x.menage_id = m.menage_id
    where m.personne_id = personne)));
begin
  if personne <> all (vues) then return; end if;
  return query
    select m.id, g.id, g.libelle, m.residence, m.periode,
      (select coalesce(jsonb_agg(jsonb_build_object('voie', a.voie, 'complement', a.complement, 'codePostal', a.code_postal,
          'communeNom', coalesce(a.commune_nom, c.nom), 'periode', a.periode) order by lower(a.periode)), '[]')
        from enfants.adresse a left join organisation.commune c on c.code = a.commune_code where a.menage_id = g.id),
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'personneId', p.id, 'nom', p.prenom || ' ' || p.nom,
          'periode', x.periode) order by p.date_naissance, p.id), '[]')
        from enfants.menage_membre x join enfants.personne p on p.id = x.personne_id
        where x.menage_id = g.id and x.periode @> jour and p.id <> personne and p.id = any (vues))
    from enfants.menage_membre m join enfants.menage g on g.id = m.menage_id
    where m.personne_id = personne;
end $$;
revoke execute on function enfants.foyers_de(uuid) from public;

-- Même réponse ; en plpgsql, son plan est gardé par connexion.
create or replace function enfants.fratrie_hors_missions(enfant uuid)
returns table (rang bigint, prenom text, meres integer, peres integer, communs integer)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from acces.mes_personnes m join enfants.enfant e on e.id = m.id where m.id = enfant) then return; end if;
  return query
    select row_number() over (order by p.date_naissance nulls last, p.id), p.prenom,
      count(*) filter (where mien.qualite = 'mere' and leur.qualite = 'mere')::integer,
      count(*) filter (where mien.qualite = 'pere' and leur.qualite = 'pere')::integer, count(distinct leur.personne_id)::integer
    from enfants.lien mien
    join enfants.lien leur on leur.personne_id = mien.personne_id and leur.enfant_id <> mien.enfant_id
      and leur.filiation is not null and leur.filiation <> 'non-etablie'
    join enfants.personne p on p.id = leur.enfant_id and p.fusionnee_dans is null
    where mien.enfant_id = enfant and mien.filiation is not null and mien.filiation <> 'non-etablie'
      and (select count(*) from acces.mes_personnes m where m.id = leur.enfant_id) = 0
      and not exists (select 1 from acces.enfants_restreints r where r.id = leur.enfant_id)
    group by p.id;
end $$;
