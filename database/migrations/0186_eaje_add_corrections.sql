-- Ce qui est inscrit du suivi d'une crèche se corrige, et l'ancien reste lisible avec la raison et le nom.
alter table eaje.mesure_corrective add constraint mesure_corrective_de_la_creche unique (id, etablissement_id);
create table eaje.suivi_correction (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  controle_id uuid,
  mesure_id uuid,
  -- Une information se corrige au titre de son fait.
  fait_id uuid,
  le date not null,
  motif text not null check (motif <> ''),
  -- Ce qui a changé, libellé → ancienne valeur. Un récit réécrit n'y est pas : il nommait peut-être un enfant (EVT-05).
  avant jsonb not null,
  par uuid not null references organisation.agent,
  constraint suivi_correction_objet check (num_nonnulls(controle_id, mesure_id, fait_id) = 1),
  foreign key (controle_id, etablissement_id) references eaje.controle (id, etablissement_id) on delete cascade,
  foreign key (mesure_id, etablissement_id) references eaje.mesure_corrective (id, etablissement_id) on delete cascade,
  foreign key (fait_id, etablissement_id) references eaje.fait_marquant (id, etablissement_id) on delete cascade
);
create index on eaje.suivi_correction (etablissement_id);
create index on eaje.suivi_correction (controle_id) where controle_id is not null;
create index on eaje.suivi_correction (mesure_id) where mesure_id is not null;
create index on eaje.suivi_correction (fait_id) where fait_id is not null;
alter table eaje.suivi_correction enable row level security;

alter table eaje.fait_information add column version integer not null default 1;
