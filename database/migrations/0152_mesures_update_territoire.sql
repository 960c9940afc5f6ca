-- Un enfant qui change de territoire y emmène ce qui court et ce qui est proposé : qui le suit ce jour en décide, en répond et le compte.
-- Ce qui est fini reste compté là où cela s'est passé. La décision prise, elle, garde son signataire et son arrêté.
create function mesures.suivre_territoire(enfants uuid[]) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare passees integer;
begin
  update mesures.mesure m set unite_id = t.unite_id
    from enfants.mission t
    where t.nature = 'territoire' and t.periode @> acces.aujourdhui() and t.enfant_id = m.enfant_id and t.unite_id <> m.unite_id
      and m.etat not in ('terminee', 'mainlevee', 'transferee', 'refusee', 'annulee')
      and (enfants is null or m.enfant_id = any (enfants));
  get diagnostics passees = row_count;
  return passees;
end $$;
revoke all on function mesures.suivre_territoire(uuid[]) from public;
grant execute on function mesures.suivre_territoire(uuid[]) to marelle_systeme;

create function mesures.suivre_missions() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform mesures.suivre_territoire(array(select distinct n.enfant_id from nouvelles n where n.nature = 'territoire'));
  return null;
end $$;
create trigger mesures_suivre_creee after insert on enfants.mission
  referencing new table as nouvelles for each statement execute function mesures.suivre_missions();
create trigger mesures_suivre_changee after update on enfants.mission
  referencing new table as nouvelles for each statement execute function mesures.suivre_missions();
