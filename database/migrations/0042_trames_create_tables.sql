-- Les trames Word que le département met à la place de celles de Marelle. Ajout seul : la dernière version d'un document sert.
create schema trames;

create table trames.trame (
  id uuid primary key,
  -- La clé d'un document, déclarée par le module qui le fait.
  nature text not null check (nature ~ '^[a-z][a-z0-9-]{2,60}$'),
  version integer not null check (version > 0),
  -- Nul : retour à la trame de Marelle.
  contenu bytea check (octet_length(contenu) between 1 and 5000000),
  fichier_nom text,
  motif text not null check (motif <> ''),
  par_id uuid not null references organisation.agent,
  cree_le timestamptz not null default transaction_timestamp(),
  constraint trame_version_unique unique (nature, version),
  check ((contenu is null) = (fichier_nom is null))
);
