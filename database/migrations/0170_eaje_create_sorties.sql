-- Une sortie : des enfants et des professionnels hors de la crèche, de telle heure à telle heure (CAP-12).
create table eaje.sortie (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  jour date not null,
  debut smallint not null,
  fin smallint not null,
  lieu text not null check (lieu <> ''),
  decidee_par uuid references organisation.agent,
  decidee_le timestamptz not null default transaction_timestamp(),
  constraint sortie_heures check (debut >= 0 and debut < fin and fin <= 1440)
);
create index on eaje.sortie (etablissement_id, jour);

create table eaje.sortie_enfant (
  sortie_id uuid not null references eaje.sortie on delete cascade,
  enfant_id uuid not null references eaje.enfant on delete cascade,
  primary key (sortie_id, enfant_id)
);
create index on eaje.sortie_enfant (enfant_id);

create table eaje.sortie_accompagnant (
  sortie_id uuid not null references eaje.sortie on delete cascade,
  professionnel_id uuid not null references eaje.professionnel on delete cascade,
  primary key (sortie_id, professionnel_id)
);
create index on eaje.sortie_accompagnant (professionnel_id);

alter table eaje.sortie enable row level security;
alter table eaje.sortie_enfant enable row level security;
alter table eaje.sortie_accompagnant enable row level security;

call eaje.surveiller('eaje.sortie', '*', 'select t.etablissement_id, daterange(t.jour, t.jour, ''[]'')');
call eaje.surveiller('eaje.sortie_enfant', '*',
  'select s.etablissement_id, daterange(s.jour, s.jour, ''[]'') from eaje.sortie s where s.id = t.sortie_id');
call eaje.surveiller('eaje.sortie_accompagnant', '*',
  'select s.etablissement_id, daterange(s.jour, s.jour, ''[]'') from eaje.sortie s where s.id = t.sortie_id');
