-- La visibilité coûte cent fois la lecture des clés : elle se demande dans l'ordre, des fiches qui partagent le plus de clés à
-- celles qui en partagent le moins, et s'arrête dès qu'on en voit assez.
create or replace function rapprochement.ressemblances(cles text[], version_cherchee integer, sauf uuid, limite integer)
returns table (id uuid, nom text, nom_usage text, prenom text, sexe text, date_naissance date, naissance_precision text,
  telephone text, autres_noms jsonb)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not acces.session_ouverte() then return; end if;
  if not exists (select 1 from rapprochement.cle_version v where v.version = version_cherchee) then
    perform rapprochement.demander_cles();
  end if;
  return query
    with trouvee as materialized (
      select c.personne_id, count(*) as communes from rapprochement.cle_recherche c where c.cle = any (cles)
      group by c.personne_id order by count(*) desc, c.personne_id limit 8 * limite),
    vue as materialized (
      select t.personne_id from (select o.personne_id from trouvee o order by o.communes desc, o.personne_id offset 0) t
      where (select count(*) from acces.mes_personnes m where m.id = t.personne_id) > 0 limit limite),
    marquee as materialized (
      select a.personne_id from (select e.personne_id from rapprochement.cle_en_attente e order by e.marquee_le desc limit 8 * limite) a
      where (select count(*) from acces.mes_personnes m where m.id = a.personne_id) > 0)
    select p.id, p.nom, p.nom_usage, p.prenom, p.sexe, p.date_naissance, p.naissance_precision, p.telephone,
      (select jsonb_agg(jsonb_build_object('nom', n.nom, 'prenom', n.prenom) order by n.id) from enfants.autre_nom n where n.personne_id = p.id)
    from (select v.personne_id from vue v union select q.personne_id from marquee q) c join enfants.personne p on p.id = c.personne_id
    where p.fusionnee_dans is null and p.id is distinct from sauf
      and (sauf is null or not exists (
        select 1 from rapprochement.distinction d where (d.personne_id, d.autre_id) in ((p.id, sauf), (sauf, p.id))));
end $$;
