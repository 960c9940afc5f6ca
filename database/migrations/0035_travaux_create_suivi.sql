-- Les travaux de fond vus des personnes : ce que Marelle sait faire, ce qu'elle a fait, ce qu'on lui demande.
-- La file elle-même est à pg-boss, dans son schéma, que les agents n'atteignent pas.
create schema travaux;

create table travaux.travail (
  nom text primary key,
  titre text not null,
  -- Heure de Paris de son passage de chaque nuit ; nulle : à la demande.
  heure time,
  duree_maximale_secondes integer not null check (duree_maximale_secondes > 0)
);

create table travaux.passage (
  id uuid primary key,
  travail text not null references travaux.travail on delete cascade,
  -- Le travail dans la file : ses essais successifs le partagent.
  file_id uuid not null,
  essai integer not null check (essai > 0),
  debut_le timestamptz not null default clock_timestamp(),
  fin_le timestamptz,
  issue text check (issue in ('fait', 'echec', 'coupe')),
  -- Des nombres, ou la nature d'une panne : jamais un nom, jamais un récit.
  bilan text,
  -- La même que dans les traces du serveur.
  reference uuid,
  check ((fin_le is null) = (issue is null))
);
create index on travaux.passage (travail, debut_le desc);
create index on travaux.passage (debut_le desc);
create index on travaux.passage (file_id) where issue is null;

-- Une demande s'écrit dans la transaction de l'acte qui la fait, et n'existe que s'il est validé.
create table travaux.demande (
  id uuid primary key,
  travail text not null,
  -- Deux demandes de même clé ne se font pas en même temps.
  cle text,
  donnees jsonb not null default '{}',
  par_id uuid references organisation.agent,
  demandee_le timestamptz not null default transaction_timestamp(),
  prise_le timestamptz
);
create index on travaux.demande (demandee_le) where prise_le is null;

create function travaux.reveiller() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('marelle_travaux', '');
  return null;
end $$;
create trigger reveiller after insert on travaux.demande for each statement execute function travaux.reveiller();

-- Un import se fait désormais par la file : ceux qui attendaient y entrent.
insert into travaux.demande (id, travail, cle, donnees, par_id)
select gen_random_uuid(), 'reprise.importation.faire', i.id::text, jsonb_build_object('importationId', i.id), i.par_id
from reprise.importation i where i.etat like 'a-%' or i.etat like 'en-%';
