-- Clés de recherche d'une personne : des empreintes calculées par le code (une seule définition, en TypeScript), cherchées par
-- égalité. Une fiche changée est marquée par un déclencheur, quel que soit l'écrivain ; la recherche compare toujours les fiches
-- marquées, et un travail refait leurs clés. Une clé ne désigne pas sa personne par une clé étrangère : la fusion ne la déplace pas.
create schema rapprochement;

create table rapprochement.cle_recherche (
  personne_id uuid not null,
  cle text not null check (length(cle) <= 12),
  primary key (personne_id, cle)
);
create index cle_recherche_cle on rapprochement.cle_recherche (cle, personne_id);

create table rapprochement.cle_en_attente (
  personne_id uuid primary key,
  marquee_le timestamptz not null default clock_timestamp()
);

-- La version des clés écrites ; une autre dans le code les fait toutes refaire.
create table rapprochement.cle_version (
  id boolean primary key default true check (id),
  version integer not null
);

create function rapprochement.demander_cles() returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into travaux.demande (id, travail, cle) select gen_random_uuid(), 'rapprochement.cles.tenir', 'cles'
  where not exists (select 1 from travaux.demande d where d.travail = 'rapprochement.cles.tenir' and d.prise_le is null)
$$;

-- Marquer verrouille la marque : le travail passe son tour tant que l'écriture n'est pas validée, et ne lit jamais l'avant.
create function rapprochement.marquer_cles(ids uuid[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into rapprochement.cle_en_attente (personne_id) select distinct i from unnest(ids) i where i is not null order by i
    on conflict (personne_id) do update set marquee_le = excluded.marquee_le;
  -- Quelques fiches marquées ne coûtent rien à une recherche : le travail de nuit les prendra.
  if (select count(*) from (select 1 from rapprochement.cle_en_attente limit 51) a) > 50 then
    perform rapprochement.demander_cles();
  end if;
end $$;

create function rapprochement.personne_creee() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform rapprochement.marquer_cles(array(select n.id from nouvelles n));
  return null;
end $$;
create function rapprochement.personne_changee() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare changees uuid[] := array(select n.id from nouvelles n join anciennes a on a.id = n.id
  where (a.nom, a.nom_usage, a.prenom, a.date_naissance, a.naissance_precision, a.fusionnee_dans)
    is distinct from (n.nom, n.nom_usage, n.prenom, n.date_naissance, n.naissance_precision, n.fusionnee_dans));
begin
  if cardinality(changees) > 0 then perform rapprochement.marquer_cles(changees); end if;
  return null;
end $$;
create function rapprochement.personne_effacee() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from rapprochement.cle_recherche c where c.personne_id in (select a.id from anciennes a);
  delete from rapprochement.cle_en_attente c where c.personne_id in (select a.id from anciennes a);
  return null;
end $$;
create trigger cles_creer after insert on enfants.personne
  referencing new table as nouvelles for each statement execute function rapprochement.personne_creee();
create trigger cles_changer after update on enfants.personne
  referencing old table as anciennes new table as nouvelles for each statement execute function rapprochement.personne_changee();
create trigger cles_effacer after delete on enfants.personne
  referencing old table as anciennes for each statement execute function rapprochement.personne_effacee();

create function rapprochement.autre_nom_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform rapprochement.marquer_cles(array[case when tg_op <> 'DELETE' then new.personne_id end, case when tg_op <> 'INSERT' then old.personne_id end]);
  return null;
end $$;
create trigger cles_changer after insert or update or delete on enfants.autre_nom
  for each row execute function rapprochement.autre_nom_change();

-- On a dit que deux fiches qui se ressemblent sont deux personnes : plus aucune recherche ne les rapproche. Une fusion, qui a sa
-- raison et son auteur, passe outre.
create table rapprochement.distinction (
  id uuid primary key,
  personne_id uuid not null references enfants.personne,
  autre_id uuid not null references enfants.personne,
  motif text not null check (trim(motif) <> ''),
  par_id uuid not null default acces.agent_courant() references organisation.agent,
  dite_le timestamptz not null default transaction_timestamp()
);
create unique index distinction_paire on rapprochement.distinction (least(personne_id, autre_id), greatest(personne_id, autre_id));
create index on rapprochement.distinction (autre_id);
create index on rapprochement.distinction (par_id);

-- Les fiches que l'agent voit et qui ont une clé en commun, les plus proches d'abord : l'index, puis la visibilité, à la personne
-- près. `sauf` : la fiche pour laquelle on cherche, qui n'est ni elle-même, ni celles qu'on a dites autres.
create function rapprochement.ressemblances(cles text[], version_cherchee integer, sauf uuid, limite integer)
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
      group by c.personne_id order by count(*) desc, c.personne_id limit limite),
    candidate as materialized (
      select t.personne_id from trouvee t
      union select a.personne_id from (select e.personne_id from rapprochement.cle_en_attente e order by e.marquee_le desc limit limite) a)
    select p.id, p.nom, p.nom_usage, p.prenom, p.sexe, p.date_naissance, p.naissance_precision, p.telephone,
      (select jsonb_agg(jsonb_build_object('nom', n.nom, 'prenom', n.prenom) order by n.id) from enfants.autre_nom n where n.personne_id = p.id)
    from candidate c join enfants.personne p on p.id = c.personne_id
    where p.fusionnee_dans is null and p.id is distinct from sauf
      and (sauf is null or not exists (select 1 from rapprochement.distinction d where (d.personne_id, d.autre_id) in ((p.id, sauf), (sauf, p.id))))
      and (select count(*) from acces.mes_personnes m where m.id = p.id) > 0;
end $$;

-- Les personnes déjà connues : leurs clés se font dès l'ouverture.
select rapprochement.marquer_cles(array(select p.id from enfants.personne p));
