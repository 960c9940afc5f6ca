-- Une arrivée que personne n'a pointée : l'heure inscrite n'est qu'une borne, ses minutes ne comptent pas.
alter table eaje.presence add column arrivee_supposee boolean not null default false;

-- Le geste de la tablette, tel qu'il a été fait. Son identifiant vient du navigateur : envoyé deux fois, il ne compte qu'une.
-- Les présences de la tablette se déduisent de tous les gestes du jour : leur ordre d'arrivée n'importe pas.
create table eaje.pointage_acte (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement,
  enfant_id uuid not null references eaje.enfant,
  jour date not null,
  minute smallint not null check (minute between 0 and 1439),
  sens text not null check (sens in ('ARRIVEE', 'DEPART')),
  -- Une correction à la main a pris sa place.
  remplace boolean not null default false,
  par uuid not null references organisation.agent,
  recu_le timestamptz not null default transaction_timestamp()
);
create index on eaje.pointage_acte (enfant_id, jour);
create index on eaje.pointage_acte (etablissement_id, jour);
alter table eaje.pointage_acte enable row level security;

-- Ce qu'une présence disait avant sa correction. Un import qui la redirait ne la remet pas.
create table eaje.presence_correction (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement,
  enfant_id uuid not null references eaje.enfant,
  jour date not null,
  -- Nulles : la présence n'existait pas, elle a été ajoutée à la main.
  arrivee_avant smallint,
  depart_avant smallint,
  origine_avant text,
  -- Nulles : la présence a été retirée.
  arrivee smallint,
  depart smallint,
  motif text not null,
  par uuid not null references organisation.agent,
  le timestamptz not null default transaction_timestamp(),
  check (arrivee_avant is not null or arrivee is not null)
);
create index on eaje.presence_correction (enfant_id, jour);
create index on eaje.presence_correction (etablissement_id, jour);
alter table eaje.presence_correction enable row level security;
