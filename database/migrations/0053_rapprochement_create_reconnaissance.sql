-- Qui recueille les informations préoccupantes reconnaît dans tout le département (CASF L226-3 : la cellule les centralise) : une
-- identité, le numéro du dossier et le territoire qui suit. Jamais le dossier lui-même, jamais un enfant restreint ni ceux qu'on
-- ne connaît que par lui.
create function acces.reconnait_personne(personne uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return acces.voit_personne(personne)
    or (acces.peut('ip.recueillir')
      and not exists (select 1 from enfants.enfant e where e.id = personne and e.restreint)
      and (exists (select 1 from enfants.enfant e where e.id = personne)
        or exists (select 1 from enfants.lien l join enfants.enfant e on e.id = l.enfant_id and not e.restreint where l.personne_id = personne)));
end $$;

create function rapprochement.fiches_reconnues(ids uuid[])
returns table (id uuid, nom text, prenom text, enfant boolean, vue boolean, numero text, ouvert_le date, clos_le date, territoire text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select p.id, p.nom, p.prenom, e.id is not null, acces.voit_personne(p.id), e.numero, e.ouvert_le, e.clos_le,
      (select u.nom from enfants.mission m join organisation.unite u on u.id = m.unite_id
        where m.enfant_id = e.id and m.nature = 'territoire' and m.periode @> acces.aujourdhui() limit 1)
    from enfants.personne p
      left join enfants.enfant e on e.id = p.id and (acces.voit_enfant(e.id) or (not e.restreint and acces.peut('ip.recueillir')))
    where p.id = any (ids) and p.fusionnee_dans is null and acces.reconnait_personne(p.id);
end $$;

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
    connue as materialized (
      select t.personne_id from (select o.personne_id from trouvee o order by o.communes desc, o.personne_id offset 0) t
      where acces.reconnait_personne(t.personne_id) limit limite),
    marquee as materialized (
      select a.personne_id from (select e.personne_id from rapprochement.cle_en_attente e order by e.marquee_le desc limit 8 * limite) a
      where acces.reconnait_personne(a.personne_id))
    select p.id, p.nom, p.nom_usage, p.prenom, p.sexe, p.date_naissance, p.naissance_precision, p.telephone,
      (select jsonb_agg(jsonb_build_object('nom', n.nom, 'prenom', n.prenom) order by n.id) from enfants.autre_nom n where n.personne_id = p.id)
    from (select v.personne_id from connue v union select q.personne_id from marquee q) c join enfants.personne p on p.id = c.personne_id
    where p.fusionnee_dans is null and p.id is distinct from sauf
      and (sauf is null or not exists (
        select 1 from rapprochement.distinction d where (d.personne_id, d.autre_id) in ((p.id, sauf), (sauf, p.id))));
end $$;
