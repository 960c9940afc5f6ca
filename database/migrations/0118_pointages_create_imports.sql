-- Comment se lit le fichier d'un système de badges : gardé une fois, pour une crèche ou pour toutes celles du système.
create table eaje.format_badge (
  id uuid primary key,
  nom text not null unique,
  etablissement_id uuid references eaje.etablissement,
  separateur text not null check (separateur in (';', ',', E'\t', '|')),
  encodage text not null check (encodage in ('UTF8', 'WINDOWS1252')),
  entete boolean not null,
  -- Une ligne par venue (arrivée et départ) ou une ligne par passage devant la borne.
  nature text not null check (nature in ('VISITE', 'PASSAGE')),
  -- Titre de colonne, ou son rang (1, 2…) quand le fichier n'a pas de titres.
  colonne_badge text not null,
  colonne_creche text,
  colonne_jour text not null,
  format_jour text not null check (format_jour in ('JMA', 'AMJ', 'MJA')),
  colonne_arrivee text,
  colonne_depart text,
  colonne_heure text,
  colonne_sens text,
  mot_arrivee text,
  mot_depart text,
  version integer not null default 1,
  constraint format_badge_colonnes check (
    (nature = 'VISITE' and colonne_arrivee is not null and colonne_depart is not null)
    or (nature = 'PASSAGE' and colonne_heure is not null)),
  constraint format_badge_sens check (colonne_sens is null or (mot_arrivee is not null and mot_depart is not null))
);
create index on eaje.format_badge (etablissement_id);
alter table eaje.format_badge enable row level security;

create table eaje.import_badges (
  id uuid primary key,
  format_id uuid not null references eaje.format_badge,
  -- Nulle : la crèche se lit dans le fichier, ou se déduit du badge.
  etablissement_id uuid references eaje.etablissement,
  fichier_nom text not null,
  octets integer not null check (octets > 0),
  etat text not null default 'ATTENTE' check (etat in ('ATTENTE', 'LECTURE', 'ECRITURE', 'FAIT', 'ILLISIBLE')),
  motif text,
  octets_lus integer not null default 0,
  jours integer not null default 0,
  jours_faits integer not null default 0,
  -- Le dernier jour dont toutes les présences sont écrites : une reprise repart du suivant.
  dernier_jour date,
  lignes integer not null default 0,
  presences integer not null default 0,
  completees integer not null default 0,
  deja_inscrites integer not null default 0,
  refusees integer not null default 0,
  douteuses integer not null default 0,
  par_id uuid not null references organisation.agent,
  cree_le timestamptz not null default transaction_timestamp(),
  vu_le timestamptz,
  fini_le timestamptz
);
create index on eaje.import_badges (cree_le desc);
create index on eaje.import_badges (format_id);
alter table eaje.import_badges enable row level security;

-- Le fichier reçu, par morceaux, le temps de le lire : jamais entier en mémoire deux fois.
create table eaje.import_morceau (
  import_id uuid not null references eaje.import_badges on delete cascade,
  rang smallint not null,
  contenu bytea not null,
  primary key (import_id, rang)
);
alter table eaje.import_morceau enable row level security;

-- Rien n'est jeté : chaque ligne refusée ou douteuse garde son texte et sa raison.
create table eaje.import_ecart (
  import_id uuid not null references eaje.import_badges on delete cascade,
  numero integer not null,
  genre text not null check (genre in ('REFUS', 'DOUTE')),
  brut text not null,
  raison text not null,
  primary key (import_id, numero)
);
create index on eaje.import_ecart (import_id, genre, numero);
alter table eaje.import_ecart enable row level security;
