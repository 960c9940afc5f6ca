-- Qui est informé de travaux se corrige ou se retire ; l'ancien reste lisible avec la raison et le nom.
alter table eaje.information_travaux add column version integer not null default 1;
create table eaje.travaux_correction (
  id uuid primary key,
  dossier_id uuid not null,
  etablissement_id uuid not null,
  le date not null,
  motif text not null check (motif <> ''),
  -- Ce qui a changé, libellé → ancienne valeur.
  avant jsonb not null,
  par uuid not null references organisation.agent,
  foreign key (dossier_id, etablissement_id) references eaje.dossier_travaux (id, etablissement_id) on delete cascade
);
create index on eaje.travaux_correction (dossier_id);
create index on eaje.travaux_correction (etablissement_id);
alter table eaje.travaux_correction enable row level security;
