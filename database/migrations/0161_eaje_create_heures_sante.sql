-- Les heures que le référent « santé et accueil inclusif » a faites dans une crèche, un jour à la fois : ce qui est dû l'est par an et par trimestre.
create table eaje.heures_sante (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  jour date not null,
  minutes smallint not null check (minutes between 15 and 720 and minutes % 15 = 0),
  constraint heures_sante_un_par_jour unique (etablissement_id, jour)
);
alter table eaje.heures_sante enable row level security;
