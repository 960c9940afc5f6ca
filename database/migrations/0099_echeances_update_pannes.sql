-- Un acte est vrai même si une règle ne sait pas en lire le dossier : il s'enregistre, ses échéances restent à revoir, et un travail
-- échoue jusqu'à ce que la règle soit réparée.
drop function echeances.ecrire_touches(jsonb);
create function echeances.ecrire_touches(lignes jsonb, en_panne uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare touches uuid[];
begin
  select array_agg(distinct coalesce(r.enfant_id, r.information_id)) into touches
    from echeances.a_revoir r where r.transaction = pg_current_xact_id_if_assigned();
  if exists (select 1 from jsonb_to_recordset(lignes) as v (enfant_id uuid, information_id uuid)
      where coalesce(v.enfant_id, v.information_id) <> all (coalesce(touches, '{}'))) then
    raise exception 'échéances de ce que cet acte n''a pas touché' using errcode = 'insufficient_privilege';
  end if;
  perform echeances.ecrire(array(select t from unnest(touches) t where t <> all (en_panne)), lignes);
  delete from echeances.a_revoir r
    where r.transaction = pg_current_xact_id_if_assigned() and coalesce(r.enfant_id, r.information_id) <> all (en_panne);
  if cardinality(en_panne) > 0 then perform echeances.demander_revue(); end if;
end $$;

create function echeances.demander_revue() returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into travaux.demande (id, travail, cle) select gen_random_uuid(), 'echeances.revoir', 'echeances'
    where not exists (select 1 from travaux.demande d where d.travail = 'echeances.revoir' and d.prise_le is null)
$$;
