-- Les travaux des crèches, du besoin à la réouverture : ce qu'ils gèlent, ce qu'il en coûte, qui va où, ce qui se tient avant de rouvrir.
create table eaje.dossier_travaux (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  nature text not null check (nature in ('INCENDIE', 'STRUCTURE', 'RESEAUX', 'SANITAIRES', 'CUISINE', 'INTERIEUR', 'EXTERIEUR', 'ACCESSIBILITE', 'AUTRE')),
  objet text not null,
  motif text not null,
  -- TRV-01 : ce qui les impose ; la priorité s'en tire.
  enjeux text[] not null check (cardinality(enjeux) > 0 and enjeux <@ array['SECURITE', 'CONFORMITE', 'CONTINUITE', 'CONFORT']),
  -- EVT-03 : locaux, capacité ou direction changent.
  touche_autorisation boolean not null default false,
  demande_le date not null,
  debut_prevu date,
  -- Le premier jour où la crèche accueille de nouveau comme avant.
  reouverture_prevue date,
  places_gelees integer not null default 0 check (places_gelees >= 0),
  -- Vides : toute la journée. En minutes depuis minuit.
  gel_debut smallint check (gel_debut >= 0),
  gel_fin smallint check (gel_fin <= 1440),
  etat text not null default 'BESOIN' check (etat in ('BESOIN', 'VALIDE', 'PROGRAMME', 'EN_COURS', 'RECU', 'ROUVERT', 'ABANDONNE')),
  valide_le date,
  programme_le date,
  commence_le date,
  recu_le date,
  rouvert_le date,
  abandonne_le date,
  abandon_motif text,
  version integer not null default 1,
  unique (id, etablissement_id),
  constraint dossier_travaux_prevu check (num_nulls(debut_prevu, reouverture_prevue) in (0, 2) and reouverture_prevue > debut_prevu),
  constraint dossier_travaux_heures check (num_nulls(gel_debut, gel_fin) in (0, 2) and gel_fin > gel_debut),
  constraint dossier_travaux_etapes check (
    (etat in ('BESOIN', 'ABANDONNE') or valide_le is not null and debut_prevu is not null)
    and (etat not in ('PROGRAMME', 'EN_COURS', 'RECU', 'ROUVERT') or programme_le is not null)
    and (etat not in ('EN_COURS', 'RECU', 'ROUVERT') or commence_le is not null)
    and (etat not in ('RECU', 'ROUVERT') or recu_le >= commence_le)
    and (etat <> 'ROUVERT' or rouvert_le >= recu_le)
    and (etat <> 'ABANDONNE' or abandonne_le is not null and abandon_motif <> ''))
);
create index on eaje.dossier_travaux (etablissement_id, etat);
alter table eaje.dossier_travaux enable row level security;

-- TRV-02 : l'impact tel qu'il a été arrêté, avec ce dont il se calcule ; des dates changées depuis se voient.
create table eaje.impact_travaux (
  dossier_id uuid primary key,
  etablissement_id uuid not null,
  chiffre_le date not null,
  par uuid not null references organisation.agent,
  debut_prevu date not null,
  reouverture_prevue date not null,
  places_gelees integer not null,
  gel_debut smallint,
  gel_fin smallint,
  jours_ouverts integer not null check (jours_ouverts >= 0),
  minutes_gelees integer not null check (minutes_gelees >= 0),
  minutes_perdues integer not null check (minutes_perdues >= 0),
  enfants integer not null check (enfants >= 0),
  agents integer not null check (agents >= 0),
  foreign key (dossier_id, etablissement_id) references eaje.dossier_travaux (id, etablissement_id) on delete cascade
);
create index on eaje.impact_travaux (etablissement_id);
alter table eaje.impact_travaux enable row level security;

-- L'argent a sa table : il ne se lit que de qui finance la crèche. Nul : le montant ne se calcule pas, et `methode` dit pourquoi.
create table eaje.impact_psu (
  dossier_id uuid primary key,
  etablissement_id uuid not null,
  centimes bigint check (centimes >= 0),
  methode text[] not null,
  foreign key (dossier_id, etablissement_id) references eaje.dossier_travaux (id, etablissement_id) on delete cascade
);
create index on eaje.impact_psu (etablissement_id);
alter table eaje.impact_psu enable row level security;

-- Des enfants accueillis ailleurs le temps des travaux : un enfant nommé, ou un nombre tant que rien n'est décidé enfant par enfant.
create table eaje.relogement (
  id uuid primary key,
  dossier_id uuid not null,
  etablissement_id uuid not null,
  hote_id uuid not null references eaje.etablissement on delete cascade,
  enfant_id uuid references eaje.enfant on delete cascade,
  nombre integer not null default 1 check (nombre > 0),
  foreign key (dossier_id, etablissement_id) references eaje.dossier_travaux (id, etablissement_id) on delete cascade,
  constraint relogement_ailleurs check (hote_id <> etablissement_id),
  constraint relogement_un_enfant check (enfant_id is null or nombre = 1),
  constraint relogement_une_fois unique (dossier_id, enfant_id)
);
create index on eaje.relogement (etablissement_id);
create index on eaje.relogement (hote_id);
create index on eaje.relogement (enfant_id);
alter table eaje.relogement enable row level security;

-- TRV-03 : ce qui est tenu avant de rouvrir, par qui, quand, avec quelle preuve.
create table eaje.point_reouverture (
  id uuid primary key,
  dossier_id uuid not null,
  etablissement_id uuid not null,
  point text not null check (point in ('INCENDIE', 'AIR_EAU', 'MENAGE', 'MOBILIER', 'EFFECTIFS', 'AVIS', 'FAMILLES')),
  tenu_le date not null,
  preuve text not null check (preuve <> ''),
  par uuid not null references organisation.agent,
  foreign key (dossier_id, etablissement_id) references eaje.dossier_travaux (id, etablissement_id) on delete cascade,
  constraint point_reouverture_une_fois unique (dossier_id, point)
);
create index on eaje.point_reouverture (etablissement_id);
alter table eaje.point_reouverture enable row level security;

create table eaje.information_travaux (
  id uuid primary key,
  dossier_id uuid not null,
  etablissement_id uuid not null,
  destinataire text not null check (destinataire in ('PCD', 'FAMILLES')),
  le date not null,
  par uuid not null references organisation.agent,
  foreign key (dossier_id, etablissement_id) references eaje.dossier_travaux (id, etablissement_id) on delete cascade,
  constraint information_travaux_une_fois unique (dossier_id, destinataire)
);
create index on eaje.information_travaux (etablissement_id);
alter table eaje.information_travaux enable row level security;

create view eaje.fait_travaux as
  select d.etablissement_id, 'travaux-creche' as type, d.demande_le as date, null::timestamptz as instant,
    jsonb_strip_nulls(jsonb_build_object('dossier', d.id, 'objet', d.objet, 'autorisation', d.touche_autorisation, 'gel', d.places_gelees > 0,
      'valideLe', d.valide_le, 'programmeLe', d.programme_le, 'debut', coalesce(d.commence_le, d.debut_prevu),
      'reouverturePrevue', d.reouverture_prevue, 'rouvertLe', d.rouvert_le, 'abandonneLe', d.abandonne_le,
      'pcdLe', (select i.le from eaje.information_travaux i where i.dossier_id = d.id and i.destinataire = 'PCD'),
      'famillesLe', (select i.le from eaje.information_travaux i where i.dossier_id = d.id and i.destinataire = 'FAMILLES'))) as donnees
  from eaje.dossier_travaux d;
create or replace view eaje.fait as
  select s.etablissement_id, s.type, s.date, s.instant, s.donnees from eaje.fait_structure s
  union all select s.etablissement_id, s.type, s.date, s.instant, s.donnees from eaje.fait_suivi s
  union all select s.etablissement_id, s.type, s.date, s.instant, s.donnees from eaje.fait_travaux s;
call echeances.surveiller('eaje.dossier_travaux', 'etablissement_id');
call echeances.surveiller('eaje.information_travaux', 'etablissement_id');
