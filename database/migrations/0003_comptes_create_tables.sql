-- Tables de connexion, tenues par better-auth (colonnes en snake_case par le greffon de Kysely).
create table comptes.utilisateur (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  agent_id uuid unique references organisation.agent,
  desactive_le timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table comptes.session (
  id text primary key,
  token text not null unique,
  user_id text not null references comptes.utilisateur on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on comptes.session (user_id);
create table comptes.moyen_de_connexion (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references comptes.utilisateur on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on comptes.moyen_de_connexion (user_id);
create table comptes.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on comptes.verification (identifier);
create table comptes.second_facteur (
  id text primary key,
  secret text not null,
  backup_codes text not null,
  user_id text not null references comptes.utilisateur on delete cascade,
  verified boolean not null default true
);
create index on comptes.second_facteur (user_id);

-- Jeton de service pour l'API : on n'en garde que l'empreinte ; il ne peut jamais plus que l'agent de service qui le porte.
create table comptes.jeton_api (
  id uuid primary key,
  nom text not null,
  empreinte text not null unique,
  agent_id uuid not null references organisation.agent,
  portees text[] not null,
  cree_par uuid not null references organisation.agent,
  cree_le timestamptz not null default transaction_timestamp(),
  expire_le timestamptz not null,
  revoque_le timestamptz
);

-- Ouvre la transaction au nom d'un agent : profils, périmètre et habilitations du jour, scellés. Rend null si l'agent n'existe pas ou plus.
create function acces.ouvrir_agent(agent uuid, portees text[] default null) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  jour date := acces.aujourdhui();
  lui organisation.agent;
  profils text[];
  habilitations text[];
  unites uuid[];
  fonction record;
begin
  select a.* into lui from organisation.agent a where a.id = agent and a.periode @> jour;
  if not found then return null; end if;
  select coalesce(array_agg(distinct p.profil), '{}') into profils
    from organisation.affectation f join organisation.poste p on p.id = f.poste_id
    where f.agent_id = agent and f.periode @> jour and p.periode @> jour;
  select coalesce(array_agg(distinct h.habilitation order by h.habilitation), '{}') into habilitations
    from acces.habilitation_profil h
    where h.profil = any (profils) and (portees is null or h.habilitation = any (portees));
  select coalesce(array_agg(distinct s.unite_id order by s.unite_id), '{}') into unites
    from organisation.affectation f
    join organisation.poste p on p.id = f.poste_id
    join acces.habilitation_profil h on h.profil = p.profil and h.habilitation = 'perimetre.unite'
    join organisation.unite_ascendance s on s.ancetre_id = p.unite_id
    where f.agent_id = agent and f.periode @> jour and p.periode @> jour;
  select p.intitule, p.unite_id, u.nom as unite_nom into fonction
    from organisation.affectation f join organisation.poste p on p.id = f.poste_id join organisation.unite u on u.id = p.unite_id
    where f.agent_id = agent and f.periode @> jour and p.periode @> jour
    order by (f.nature = 'titulaire') desc, lower(f.periode) limit 1;
  perform set_config('marelle.agent', agent::text, true), set_config('marelle.unites', unites::text, true),
          set_config('marelle.habilitations', habilitations::text, true);
  perform set_config('marelle.sceau', acces.sceller(acces.message_de_session()), true);
  return jsonb_build_object(
    'id', agent, 'nom', lui.nom, 'prenom', lui.prenom, 'courriel', lui.courriel, 'metier', lui.metier,
    'poste', fonction.intitule, 'uniteId', fonction.unite_id, 'uniteNom', fonction.unite_nom,
    'profils', profils, 'habilitations', habilitations, 'unites', unites, 'aujourdhui', jour,
    'demo', coalesce((select i.demo from organisation.installation i), false));
end $$;

create function acces.ouvrir(jeton text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare qui record; ouverte jsonb;
begin
  select u.agent_id, u.two_factor_enabled, u.id as utilisateur_id,
         exists (select 1 from comptes.moyen_de_connexion m where m.user_id = u.id and m.provider_id = 'credential') as compte_local
    into qui
    from comptes.session s join comptes.utilisateur u on u.id = s.user_id
    where s.token = jeton and s.expires_at > now() and u.desactive_le is null;
  if not found or qui.agent_id is null then return null; end if;
  ouverte := acces.ouvrir_agent(qui.agent_id);
  -- Second facteur obligatoire hors démonstration pour un compte local : sans lui, l'agent est reconnu mais rien ne s'ouvre.
  if ouverte is not null and qui.compte_local and not qui.two_factor_enabled and not (ouverte ->> 'demo')::boolean then
    perform set_config('marelle.sceau', '', true);
    return jsonb_build_object('secondFacteurRequis', true);
  end if;
  return ouverte;
end $$;

create function acces.ouvrir_jeton_api(empreinte_du_jeton text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare trouve comptes.jeton_api;
begin
  select j.* into trouve from comptes.jeton_api j
    where j.empreinte = empreinte_du_jeton and j.revoque_le is null and j.expire_le > now();
  if not found then return null; end if;
  return acces.ouvrir_agent(trouve.agent_id, trouve.portees) || jsonb_build_object('jetonApi', trouve.id);
end $$;

revoke execute on function acces.sceller(text), acces.ouvrir_agent(uuid, text[]) from public;
