-- La reprise de fichiers : un import, ses lignes, ce qu'il a écrit et l'état d'avant, pour pouvoir tout défaire.
create schema reprise;

create table reprise.importation (
  id uuid primary key,
  nature text not null check (nature in ('organisation', 'agents', 'personnes', 'enfants')),
  fichier_nom text not null,
  etat text not null default 'a-analyser' check (etat in ('a-analyser', 'en-analyse', 'analysee', 'a-executer', 'en-execution', 'executee',
    'a-annuler', 'en-annulation', 'annulee', 'illisible', 'interrompue')),
  -- Ce qu'on faisait quand le processus s'est arrêté.
  interrompue_pendant text check (interrompue_pendant in ('en-analyse', 'en-execution', 'en-annulation')),
  motif text,
  entetes text[] not null default '{}',
  avertissements text[] not null default '{}',
  -- Titre du fichier → champ, nul pour une colonne à ne pas lire : ce qu'une personne a choisi.
  titres jsonb not null default '{}',
  total integer not null default 0,
  avancement integer not null default 0,
  vu_le timestamptz,
  par_id uuid references organisation.agent,
  cree_le timestamptz not null default transaction_timestamp(),
  analysee_le timestamptz,
  executee_le timestamptz,
  annulee_le timestamptz,
  check ((etat = 'interrompue') = (interrompue_pendant is not null))
);
create index on reprise.importation (cree_le desc);

-- Le fichier reçu, le temps de le lire.
create table reprise.fichier (
  importation_id uuid primary key references reprise.importation on delete cascade,
  contenu bytea not null
);

create table reprise.ligne (
  importation_id uuid not null references reprise.importation on delete cascade,
  numero integer not null,
  ordre integer not null,
  brut jsonb not null,
  saisie jsonb,
  -- Ce qui désigne la fiche (matricule, code, numéro) et ce qui lui ressemble (nom, prénom, naissance), pour les doublons du fichier.
  cle text,
  identite text,
  etat text not null default 'lue' check (etat in ('lue', 'creee', 'modifiee', 'inchangee', 'douteuse', 'refusee')),
  motif text,
  refus jsonb not null default '[]',
  candidats jsonb not null default '[]',
  remarques text[] not null default '{}',
  empreinte text,
  decision text check (decision in ('creer', 'lier', 'ignorer')),
  decision_objet_id uuid,
  objet_id uuid,
  executee_le timestamptz,
  annulee_le timestamptz,
  laissee text,
  primary key (importation_id, numero),
  check ((decision = 'lier') = (decision_objet_id is not null))
);
create index on reprise.ligne (importation_id, etat, numero);
create index on reprise.ligne (importation_id, ordre);
create index on reprise.ligne (importation_id, cle);
create index on reprise.ligne (importation_id, identite);

-- Champ par champ, avant et après : l'avant ne se lit que de qui voit la fiche.
create table reprise.ecart (
  importation_id uuid not null,
  numero integer not null,
  rang integer not null,
  objet_id uuid not null,
  champ text not null,
  avant text not null,
  apres text not null,
  primary key (importation_id, numero, rang),
  foreign key (importation_id, numero) references reprise.ligne on delete cascade
);

-- Chaque ligne de table écrite, entière, avant et après : de quoi défaire, et de quoi voir que quelqu'un y a touché depuis.
create table reprise.ecriture (
  importation_id uuid not null,
  numero integer not null,
  rang integer not null,
  relation text not null,
  objet_id uuid not null,
  avant jsonb,
  apres jsonb not null,
  primary key (importation_id, numero, rang),
  foreign key (importation_id, numero) references reprise.ligne on delete cascade
);

-- Correspondance gardée d'un fichier à l'autre, par nature et par nom.
create table reprise.correspondance (
  id uuid primary key,
  nature text not null check (nature in ('organisation', 'agents', 'personnes', 'enfants')),
  nom text not null,
  titres jsonb not null,
  version integer not null default 1,
  constraint correspondance_nom unique (nature, nom)
);

-- Reconnaître le foyer d'une fratrie à son adresse, sans relire toutes les adresses à chaque lot.
create index adresse_voie_normalisee on enfants.adresse (acces.normalise(voie));
