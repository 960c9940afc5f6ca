-- La vie des crèches : ce que la PMI et les autres autorités y constatent, ce qui doit s'ensuivre, et les faits qui se disent plus haut.
create table eaje.controle (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  nature text not null check (nature in ('CONFORMITE', 'SUIVI', 'INOPINE', 'SIGNALEMENT', 'THEMATIQUE')),
  autorite text not null check (autorite in ('PMI', 'PREFET', 'CAF', 'HYGIENE', 'COMMISSION_SECURITE')),
  jour date not null,
  constats text not null,
  version integer not null default 1,
  unique (id, etablissement_id)
);
create index on eaje.controle (etablissement_id, jour);
alter table eaje.controle enable row level security;

create table eaje.mesure_corrective (
  id uuid primary key,
  controle_id uuid not null,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  nature text not null check (nature in ('RECOMMANDATION', 'PRESCRIPTION', 'MISE_EN_DEMEURE', 'INJONCTION')),
  libelle text not null,
  pour date not null,
  etat text not null default 'OUVERTE' check (etat in ('OUVERTE', 'PLAN_PROPOSE', 'EN_COURS', 'REALISEE', 'VERIFIEE', 'CLOSE')),
  -- PMI-07 : rien n'est réalisé sans preuve.
  preuve text,
  realisee_le date,
  verifiee_le date,
  version integer not null default 1,
  foreign key (controle_id, etablissement_id) references eaje.controle (id, etablissement_id) on delete cascade,
  constraint mesure_corrective_preuve check (etat in ('OUVERTE', 'PLAN_PROPOSE', 'EN_COURS') or (preuve <> '' and realisee_le is not null)),
  constraint mesure_corrective_verifiee check (etat not in ('VERIFIEE', 'CLOSE') or verifiee_le is not null)
);
create index on eaje.mesure_corrective (etablissement_id, pour);
create index on eaje.mesure_corrective (controle_id);
alter table eaje.mesure_corrective enable row level security;

-- Aucun nom d'enfant n'a sa place dans un fait marquant (EVT-05).
create table eaje.fait_marquant (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  survenu_le date not null,
  heure text check (heure ~ '^[0-2][0-9]:[0-5][0-9]$'),
  categorie text not null check (categorie in ('ENFANT', 'AGENT', 'BATIMENT', 'FAMILLE', 'SANITAIRE', 'SURETE', 'SOCIAL', 'MEDIA')),
  gravite smallint not null check (gravite between 1 and 4),
  recit text not null,
  -- EVT-01 : hospitalisation, secours extérieurs, ou décès d'un enfant confié.
  secours boolean not null default false,
  deces boolean not null default false,
  impact text not null default '',
  clos_le date,
  version integer not null default 1,
  unique (id, etablissement_id),
  check (clos_le is null or clos_le >= survenu_le)
);
create index on eaje.fait_marquant (etablissement_id, survenu_le);
alter table eaje.fait_marquant enable row level security;

create table eaje.fait_information (
  id uuid primary key,
  fait_id uuid not null,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  destinataire text not null check (destinataire in ('TERRITOIRE', 'SERVICE', 'DIRECTION', 'PCD', 'FAMILLES')),
  le date not null,
  par uuid not null references organisation.agent,
  foreign key (fait_id, etablissement_id) references eaje.fait_marquant (id, etablissement_id) on delete cascade,
  unique (fait_id, destinataire)
);
create index on eaje.fait_information (etablissement_id);
alter table eaje.fait_information enable row level security;

create view eaje.fait_suivi as
  select m.etablissement_id, 'mesure-corrective' as type, c.jour as date, null::timestamptz as instant,
    jsonb_strip_nulls(jsonb_build_object('mesure', m.id, 'nature', m.nature, 'pour', m.pour, 'libelle', m.libelle,
      'realiseeLe', m.realisee_le, 'verifieeLe', m.verifiee_le)) as donnees
  from eaje.mesure_corrective m join eaje.controle c on c.id = m.controle_id
  union all
  select f.etablissement_id, 'fait-marquant', f.survenu_le, null,
    jsonb_strip_nulls(jsonb_build_object('fait', f.id, 'gravite', f.gravite::text, 'secours', f.secours or f.deces,
      'pcdLe', (select i.le from eaje.fait_information i where i.fait_id = f.id and i.destinataire = 'PCD'),
      'directionLe', (select min(i.le) from eaje.fait_information i where i.fait_id = f.id and i.destinataire <> 'FAMILLES'), 'closLe', f.clos_le))
  from eaje.fait_marquant f;
create or replace view eaje.fait as
  select s.etablissement_id, s.type, s.date, s.instant, s.donnees from eaje.fait_structure s
  union all select s.etablissement_id, s.type, s.date, s.instant, s.donnees from eaje.fait_suivi s;
call echeances.surveiller('eaje.controle', 'etablissement_id');
call echeances.surveiller('eaje.mesure_corrective', 'etablissement_id');
call echeances.surveiller('eaje.fait_marquant', 'etablissement_id');
call echeances.surveiller('eaje.fait_information', 'etablissement_id');
