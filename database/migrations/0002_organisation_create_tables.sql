-- Une installation, un département. Le jour figé n'existe que dans un département de démonstration.
create table organisation.installation (
  unique_ligne boolean primary key default true check (unique_ligne),
  departement_code text not null,
  departement_nom text not null,
  demo boolean not null default false,
  jour_fige date,
  check (demo or jour_fige is null)
);

create function acces.aujourdhui() returns date
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select i.jour_fige from organisation.installation i), (now() at time zone 'Europe/Paris')::date)
$$;

create table organisation.commune (
  code text primary key,
  nom text not null,
  departement_code text not null,
  codes_postaux text[] not null default '{}',
  population integer,
  tri text generated always as (acces.normalise(nom)) stored
);
create index on organisation.commune (departement_code, tri);

create table organisation.unite (
  id uuid primary key,
  code text not null unique,
  nom text not null,
  nature text not null check (nature in ('departement', 'direction', 'service', 'territoire', 'site')),
  parent_id uuid references organisation.unite,
  periode daterange not null check (not isempty(periode)),
  adresse text,
  commune_code text references organisation.commune,
  telephone text,
  version integer not null default 1,
  check ((nature = 'departement') = (parent_id is null))
);
create index on organisation.unite (parent_id);

-- Fermeture de l'arbre (chaque unité est son propre ancêtre), refaite par déclencheur : l'arbre a quelques centaines de nœuds.
create table organisation.unite_ascendance (
  unite_id uuid not null references organisation.unite on delete cascade,
  ancetre_id uuid not null references organisation.unite on delete cascade,
  distance integer not null,
  primary key (unite_id, ancetre_id)
);
create index on organisation.unite_ascendance (ancetre_id);

create function organisation.refaire_ascendance() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (
    with recursive montee as (
      select u.id as depart, u.parent_id, 1 as distance from organisation.unite u
      union all
      select m.depart, u.parent_id, m.distance + 1 from montee m join organisation.unite u on u.id = m.parent_id where m.distance < 50
    ) select 1 from montee where distance >= 50
  ) then
    raise exception 'Une unité ne peut pas dépendre d''elle-même' using errcode = '23514', constraint = 'unite_arbre';
  end if;
  delete from organisation.unite_ascendance;
  insert into organisation.unite_ascendance (unite_id, ancetre_id, distance)
  with recursive montee as (
    select u.id as depart, u.id as ancetre, u.parent_id, 0 as distance from organisation.unite u
    union all
    select m.depart, u.id, u.parent_id, m.distance + 1 from montee m join organisation.unite u on u.id = m.parent_id
  ) select depart, ancetre, distance from montee;
  return null;
end $$;
create trigger refaire_ascendance after insert or delete or update of parent_id on organisation.unite
  for each statement execute function organisation.refaire_ascendance();

-- Secteur : quelle unité dessert quelle commune (ou quel quartier d'une grande commune), et quand.
create table organisation.secteur (
  id uuid primary key,
  commune_code text not null references organisation.commune,
  quartier text not null default '',
  unite_id uuid not null references organisation.unite,
  periode daterange not null check (not isempty(periode)),
  constraint secteur_un_seul_site exclude using gist (commune_code with =, quartier with =, periode with &&)
);
create index on organisation.secteur (unite_id);

create table organisation.agent (
  id uuid primary key,
  matricule text not null unique,
  nature text not null default 'personne' check (nature in ('personne', 'service')),
  nom text not null,
  prenom text not null,
  courriel text unique,
  telephone text,
  metier text not null,
  periode daterange not null check (not isempty(periode)),
  tri text generated always as (acces.normalise(nom || ' ' || prenom)) stored,
  version integer not null default 1
);
create index on organisation.agent (tri);
create index on organisation.agent using gin (tri gin_trgm_ops);

create table organisation.poste (
  id uuid primary key,
  numero text not null unique,
  intitule text not null,
  profil text not null,
  metier text not null,
  unite_id uuid not null references organisation.unite,
  responsable_id uuid references organisation.poste check (responsable_id <> id),
  quotite numeric(5, 2) not null default 100 check (quotite > 0 and quotite <= 100),
  periode daterange not null check (not isempty(periode)),
  version integer not null default 1
);
create index on organisation.poste (unite_id);
create index on organisation.poste (responsable_id);

create table organisation.affectation (
  id uuid primary key,
  poste_id uuid not null references organisation.poste,
  agent_id uuid not null references organisation.agent,
  nature text not null check (nature in ('titulaire', 'interim', 'remplacement')),
  periode daterange not null check (not isempty(periode)),
  version integer not null default 1,
  constraint affectation_un_titulaire exclude using gist (poste_id with =, periode with &&) where (nature = 'titulaire'),
  constraint affectation_une_fois exclude using gist (poste_id with =, agent_id with =, periode with &&)
);
create index on organisation.affectation (agent_id);

create table organisation.absence (
  id uuid primary key,
  agent_id uuid not null references organisation.agent,
  periode daterange not null check (not isempty(periode)),
  constraint absence_sans_chevauchement exclude using gist (agent_id with =, periode with &&)
);
-- Le motif est lu par moins de monde que l'absence : il a sa table.
create table organisation.absence_motif (
  absence_id uuid primary key references organisation.absence on delete cascade,
  motif text not null check (motif in ('conge', 'maladie', 'formation', 'parentalite', 'autre')),
  commentaire text
);

-- Délégation de signature du président du conseil départemental (CGCT L3221-3) : par acte, par unité, par période.
create table organisation.delegation (
  id uuid primary key,
  agent_id uuid not null references organisation.agent,
  acte text not null,
  unite_id uuid not null references organisation.unite,
  periode daterange not null check (not isempty(periode)),
  arrete_numero text not null,
  arrete_le date not null,
  suppleance boolean not null default false,
  version integer not null default 1,
  constraint delegation_une_fois exclude using gist (agent_id with =, acte with =, unite_id with =, periode with &&)
);
create index on organisation.delegation (acte);

create table organisation.parametre (
  id uuid primary key,
  cle text not null,
  valeur jsonb not null,
  periode daterange not null check (not isempty(periode)),
  confiance text not null check (confiance in ('verifie', 'a-confirmer', 'local')),
  source text not null,
  constraint parametre_une_valeur exclude using gist (cle with =, periode with &&)
);

-- Avis adressé à un agent : ce qu'un autre a fait et qu'il doit savoir.
create table organisation.avis (
  id uuid primary key,
  agent_id uuid not null references organisation.agent,
  titre text not null,
  texte text not null,
  lien text,
  cree_le timestamptz not null default transaction_timestamp(),
  lu_le timestamptz
);
create index on organisation.avis (agent_id, cree_le desc);
