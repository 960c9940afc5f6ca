-- Le remède proposé à qui répond d'une crèche : la collègue voit qu'il l'est déjà, à qui, et ce qu'elle en a fait.
create table eaje.proposition (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  jour date not null,
  -- Ce qui reconnaît le remède : si la journée a bougé depuis, il n'est plus le même.
  empreinte text not null check (empreinte <> ''),
  texte text not null check (texte <> ''),
  adressee_a uuid[] not null check (cardinality(adressee_a) > 0),
  proposee_par uuid not null references organisation.agent,
  proposee_le timestamptz not null default transaction_timestamp(),
  suite text check (suite in ('INSCRITE', 'ECARTEE')),
  suite_par uuid references organisation.agent,
  suite_le timestamptz,
  motif text not null default '',
  constraint proposition_suite check ((suite is null) = (suite_par is null) and (suite is null) = (suite_le is null)),
  constraint proposition_motif check (suite is distinct from 'ECARTEE' or motif <> '')
);
create unique index proposition_une_en_cours on eaje.proposition (etablissement_id, jour, empreinte) where suite is null;
create index on eaje.proposition (jour, etablissement_id);
alter table eaje.proposition enable row level security;
