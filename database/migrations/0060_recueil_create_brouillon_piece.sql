-- Les documents d'une réception pas encore enregistrée : gardés avec son brouillon, on ne les choisit pas deux fois.
create table ip.brouillon_piece (
  id uuid primary key,
  brouillon_id uuid not null references ip.brouillon on delete cascade,
  nom text not null,
  taille integer not null check (taille between 1 and 15728640),
  contenu bytea not null,
  empreinte bytea not null generated always as (sha256(contenu)) stored,
  constraint brouillon_piece_une_fois unique (brouillon_id, nom, empreinte)
);
