-- « Pas la même personne » : ce qu'un agent a dit d'une personne connue qui ressemble à quelqu'un d'une information. On ne le redemande pas.
create table ip.distinction (
  id uuid primary key,
  mineur_id uuid references ip.mineur on delete cascade,
  adulte_id uuid references ip.adulte on delete cascade,
  personne_id uuid not null references enfants.personne on delete cascade,
  par_id uuid references organisation.agent,
  le timestamptz not null default transaction_timestamp(),
  check (num_nonnulls(mineur_id, adulte_id) = 1),
  constraint distinction_dite unique nulls not distinct (mineur_id, adulte_id, personne_id)
);
create index on ip.distinction (adulte_id) where adulte_id is not null;
create index on ip.distinction (personne_id);
