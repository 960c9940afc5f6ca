-- Le sceau se vérifie des dizaines de fois par page. Une fonction SQL se relit et se replanifie à chaque requête ; en plpgsql,
-- son plan est gardé par connexion : la même vérification coûte cinq fois moins. Ce qu'elle vérifie ne change pas.
create or replace function acces.message_de_session() returns text
language plpgsql stable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return concat_ws('|', current_setting('marelle.agent', true), current_setting('marelle.unites', true),
    current_setting('marelle.habilitations', true), coalesce(current_setting('marelle.jeton_api', true), ''),
    pg_backend_pid(), extract(epoch from transaction_timestamp()));
end $$;

create or replace function acces.sceller(message text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select encode(sha256(c.externe || sha256(c.interne || convert_to(message, 'UTF8'))), 'hex') from acces.cle c);
end $$;

create or replace function acces.session_ouverte() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(current_setting('marelle.sceau', true), '') <> ''
     and current_setting('marelle.sceau', true) = acces.sceller(acces.message_de_session());
end $$;

create or replace function acces.agent_courant() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return case when acces.session_ouverte() then nullif(current_setting('marelle.agent', true), '')::uuid end;
end $$;

create or replace function acces.unites_courantes() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return case when acces.session_ouverte() then current_setting('marelle.unites', true)::uuid[] else '{}'::uuid[] end;
end $$;

create or replace function acces.peut(habilitation text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return acces.session_ouverte() and habilitation = any (current_setting('marelle.habilitations', true)::text[]);
end $$;

create or replace function acces.aujourdhui() returns date
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select i.jour_fige from organisation.installation i), (now() at time zone 'Europe/Paris')::date);
end $$;

create or replace function acces.est_enfant(personne uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return acces.session_ouverte() and exists (select 1 from enfants.enfant e where e.id = personne);
end $$;

-- Les postes que l'agent tient ce jour se cherchent une fois, par son index ; tout le reste s'en déduit.
create or replace function acces.ouvrir_agent(agent uuid, portees text[] default null) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  jour date := acces.aujourdhui();
  lui organisation.agent;
  tenu record;
begin
  select a.* into lui from organisation.agent a where a.id = agent and a.periode @> jour;
  if not found then return null; end if;
  with siennes as materialized (
    select f.poste_id, f.nature, lower(f.periode) as depuis
      from organisation.affectation f where f.agent_id = agent and f.periode @> jour
  ), postes as materialized (
    select p.profil, p.unite_id, p.intitule, s.nature, s.depuis
      from siennes s join organisation.poste p on p.id = s.poste_id where p.periode @> jour
  ), principal as (
    select t.intitule, t.unite_id, u.nom as unite_nom
      from postes t join organisation.unite u on u.id = t.unite_id order by (t.nature = 'titulaire') desc, t.depuis limit 1
  )
  select array(select distinct t.profil from postes t order by 1) as profils,
    array(select distinct h.habilitation from acces.habilitation_profil h
      where h.profil in (select t.profil from postes t) and (portees is null or h.habilitation = any (portees)) order by 1) as habilitations,
    array(select distinct s.unite_id from organisation.unite_ascendance s
      where s.ancetre_id in (select t.unite_id from postes t
        join acces.habilitation_profil h on h.profil = t.profil and h.habilitation = 'perimetre.unite') order by 1) as unites,
    (select to_jsonb(p) from principal p) as principal
  into tenu;
  perform set_config('marelle.agent', agent::text, true), set_config('marelle.unites', tenu.unites::text, true),
          set_config('marelle.habilitations', tenu.habilitations::text, true);
  perform set_config('marelle.sceau', acces.sceller(acces.message_de_session()), true);
  return jsonb_build_object(
    'id', agent, 'nom', lui.nom, 'prenom', lui.prenom, 'courriel', lui.courriel, 'metier', lui.metier,
    'poste', tenu.principal -> 'intitule', 'uniteId', tenu.principal -> 'unite_id', 'uniteNom', tenu.principal -> 'unite_nom',
    'profils', tenu.profils, 'habilitations', tenu.habilitations, 'unites', tenu.unites, 'aujourdhui', jour,
    'demo', coalesce((select i.demo from organisation.installation i), false));
end $$;

create or replace function acces.reglage_session(cle_voulue text, defaut integer, maximum integer) returns interval
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return make_interval(mins => least(maximum, greatest(5, coalesce((
    select (p.valeur #>> '{}')::numeric::integer from organisation.parametre p
    where p.cle = cle_voulue and p.periode @> acces.aujourdhui() and jsonb_typeof(p.valeur) = 'number'), defaut))));
end $$;

create or replace function journal.message(e journal.evenement) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return concat_ws(E'\x1f', e.chaine, e.rang, (extract(epoch from e.le) * 1000000)::bigint, coalesce(e.agent_id::text, '-'),
    coalesce(e.systeme, '-'), e.acte, coalesce(e.enfant_id::text, '-'), coalesce(e.objet_id::text, '-'), e.id, e.detail::text);
end $$;
