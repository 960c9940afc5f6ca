-- Un service fait attesté puis corrigé : ce que l'on avait attesté, et qui, se garde avec la raison.
alter table eaje.service_fait add constraint service_fait_de_la_creche unique (id, etablissement_id);
create table eaje.service_correction (
  id uuid primary key,
  service_id uuid not null,
  etablissement_id uuid not null,
  le date not null,
  motif text not null check (motif <> ''),
  -- Le constat d'avant, libellé → valeur.
  avant jsonb not null,
  avant_atteste_le date not null,
  avant_atteste_par uuid not null references organisation.agent,
  par uuid not null references organisation.agent,
  foreign key (service_id, etablissement_id) references eaje.service_fait (id, etablissement_id) on delete cascade
);
create index on eaje.service_correction (service_id);
create index on eaje.service_correction (etablissement_id);
alter table eaje.service_correction enable row level security;
