-- Les crèches : leurs murs, leurs professionnels, les enfants accueillis. Une crèche est une unité de l'organisation : agents,
-- postes, absences et périmètres y sont ceux de tous. Les familles n'y sont pas des personnes de la protection de l'enfance.
create schema eaje;

alter table organisation.unite drop constraint unite_nature_check;
alter table organisation.unite add constraint unite_nature_check
  check (nature in ('departement', 'direction', 'service', 'territoire', 'site', 'eaje'));

-- Une semaine type : début puis fin, en minutes depuis minuit, de lundi à dimanche ; 0, 0 : rien ce jour-là.
create function acces.est_semaine(s smallint[]) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select s is not null and array_length(s, 1) = 14 and array_position(s, null) is null
    and s[1] between 0 and s[2] and s[3] between 0 and s[4] and s[5] between 0 and s[6] and s[7] between 0 and s[8]
    and s[9] between 0 and s[10] and s[11] between 0 and s[12] and s[13] between 0 and s[14]
    and greatest(s[2], s[4], s[6], s[8], s[10], s[12], s[14]) <= 1440
$$;

create table eaje.etablissement (
  id uuid primary key,
  unite_id uuid not null unique references organisation.unite,
  -- CAP-09 : la méthode que le gestionnaire a choisie ; et où l'on arrondit.
  methode text not null default 'UN_POUR_SIX' check (methode in ('UN_POUR_SIX', 'CINQ_HUIT')),
  agregation text not null default 'ETABLISSEMENT' check (agregation in ('ETABLISSEMENT', 'UNITE')),
  -- Couches et repas fournis : c'est ce niveau de service qui choisit le prix plafond (PSU-02).
  fournit_tout boolean not null default true,
  jours smallint[] not null default '{1,2,3,4,5}',
  ouvre smallint not null default 450,
  ferme smallint not null default 1110,
  id_equ text,
  dossier_afc text,
  qpv boolean not null default false,
  surface_interieure numeric(7, 1),
  plans_de_change smallint,
  version integer not null default 1,
  constraint etablissement_heures check (ouvre >= 0 and ouvre < ferme and ferme <= 1440 and ouvre % 15 = 0 and ferme % 15 = 0)
);
alter table eaje.etablissement enable row level security;

-- L'autorisation (agrément) du président du conseil départemental : quinze ans (L2324-1-1 du CSP).
create table eaje.autorisation (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  periode daterange not null check (not isempty(periode)),
  places smallint not null check (places between 1 and 200),
  arrete_numero text not null,
  arrete_le date not null,
  version integer not null default 1,
  constraint autorisation_une_a_la_fois exclude using gist (etablissement_id with =, periode with &&)
);
alter table eaje.autorisation enable row level security;

-- CAP-04 : moins de places à certaines heures, certains jours.
create table eaje.modulation (
  id uuid primary key,
  autorisation_id uuid not null references eaje.autorisation on delete cascade,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  jours smallint[] not null check (array_length(jours, 1) between 1 and 7),
  debut smallint not null,
  fin smallint not null,
  places smallint not null check (places >= 0),
  constraint modulation_heures check (debut >= 0 and debut < fin and fin <= 1440 and debut % 15 = 0 and fin % 15 = 0)
);
create index on eaje.modulation (etablissement_id);
create index on eaje.modulation (autorisation_id);
alter table eaje.modulation enable row level security;

create function eaje.garder_modulation() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.places > (select a.places from eaje.autorisation a where a.id = new.autorisation_id) then
    raise exception 'Une modulation ne dépasse pas l''autorisation' using errcode = '23514', constraint = 'modulation_sous_autorisation';
  end if;
  if exists (select 1 from eaje.modulation m where m.autorisation_id = new.autorisation_id and m.id <> new.id
      and m.jours && new.jours and m.debut < new.fin and new.debut < m.fin) then
    raise exception 'Deux modulations au même moment' using errcode = '23P01', constraint = 'modulation_une_a_la_fois';
  end if;
  return new;
end $$;
create trigger garder_modulation before insert or update on eaje.modulation
  for each row execute function eaje.garder_modulation();

create function eaje.garder_autorisation() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from eaje.modulation m where m.autorisation_id = new.id and m.places > new.places) then
    raise exception 'Une modulation ne dépasse pas l''autorisation' using errcode = '23514', constraint = 'modulation_sous_autorisation';
  end if;
  return new;
end $$;
create trigger garder_autorisation before update of places on eaje.autorisation
  for each row execute function eaje.garder_autorisation();

-- CAP-02 : l'unité d'accueil, soixante places au plus.
create table eaje.unite_accueil (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  nom text not null,
  places smallint not null,
  constraint unite_accueil_soixante check (places between 1 and 60),
  unique (etablissement_id, nom)
);
alter table eaje.unite_accueil enable row level security;

create table eaje.section (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  unite_accueil_id uuid not null references eaje.unite_accueil on delete cascade,
  nom text not null,
  tranche text not null check (tranche in ('BEBES', 'MOYENS', 'GRANDS', 'MULTI_AGES')),
  places smallint not null check (places > 0),
  unique (etablissement_id, nom)
);
create index on eaje.section (unite_accueil_id);
alter table eaje.section enable row level security;

create table eaje.fermeture (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  periode daterange not null check (not isempty(periode)),
  motif text not null check (motif in ('CONGES', 'PEDAGOGIQUE', 'TRAVAUX', 'EXCEPTIONNELLE')),
  libelle text not null default '',
  constraint fermeture_une_fois exclude using gist (etablissement_id with =, periode with &&)
);
alter table eaje.fermeture enable row level security;

-- Ce que la crèche doit tenir à jour : projet d'établissement, règlement de fonctionnement, protocoles (R2324-29 et R2324-30 du CSP).
create table eaje.document (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  nature text not null,
  etabli_le date not null,
  a_revoir_le date,
  version integer not null default 1,
  unique (etablissement_id, nature),
  check (a_revoir_le is null or a_revoir_le > etabli_le)
);
alter table eaje.document enable row level security;

-- Un professionnel des crèches : un agent du département, sa qualification, la crèche où il est rattaché ; aucune pour un volant.
create table eaje.professionnel (
  id uuid primary key,
  agent_id uuid not null references organisation.agent,
  -- La crèche de rattachement, ou le territoire d'un volant : l'unité dit qui le voit.
  unite_id uuid not null references organisation.unite,
  etablissement_id uuid references eaje.etablissement,
  section_id uuid references eaje.section,
  metier text not null,
  -- R2324-42 du CSP : 1 ou 2 ; nulle, il ne compte pas auprès des enfants (CAP-21).
  categorie smallint check (categorie in (1, 2)),
  quotite numeric(5, 2) not null default 100 check (quotite > 0 and quotite <= 100),
  experience_depuis date,
  periode daterange not null check (not isempty(periode)),
  version integer not null default 1,
  constraint professionnel_un_rattachement exclude using gist (agent_id with =, periode with &&)
);
create index on eaje.professionnel (etablissement_id);
create index on eaje.professionnel (unite_id);
alter table eaje.professionnel enable row level security;

create table eaje.horaire (
  id uuid primary key,
  professionnel_id uuid not null references eaje.professionnel on delete cascade,
  periode daterange not null check (not isempty(periode)),
  semaine smallint[] not null check (acces.est_semaine(semaine)),
  pause_debut smallint,
  pause_fin smallint,
  constraint horaire_pause check ((pause_debut is null and pause_fin is null) or (pause_debut >= 0 and pause_debut < pause_fin and pause_fin <= 1440)),
  constraint horaire_un_a_la_fois exclude using gist (professionnel_id with =, periode with &&)
);
alter table eaje.horaire enable row level security;

-- Ce qui remplace l'horaire un jour donné, en entier : poste déplacé, renfort ailleurs, réunion, pause déplacée.
create table eaje.vacation (
  id uuid primary key,
  professionnel_id uuid not null references eaje.professionnel on delete cascade,
  etablissement_id uuid not null references eaje.etablissement,
  jour date not null,
  debut smallint not null,
  fin smallint not null,
  -- POSTE seul compte dans l'encadrement (CAP-21) ; ABSENT note une absence imprévue du matin.
  nature text not null check (nature in ('POSTE', 'PAUSE', 'REUNION', 'FORMATION', 'SORTIE', 'ABSENT')),
  motif text not null default '',
  decidee_par uuid references organisation.agent,
  decidee_le timestamptz not null default transaction_timestamp(),
  constraint vacation_heures check (debut >= 0 and debut < fin and fin <= 1440),
  constraint vacation_un_seul_lieu exclude using gist (professionnel_id with =, jour with =, int4range(debut, fin) with &&)
);
create index on eaje.vacation (etablissement_id, jour);
create index on eaje.vacation (jour);
alter table eaje.vacation enable row level security;

-- CAP-14 : qui assure la continuité quand la direction est absente, dans l'ordre.
create table eaje.suppleance (
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  professionnel_id uuid not null references eaje.professionnel on delete cascade,
  rang smallint not null check (rang > 0),
  primary key (etablissement_id, professionnel_id),
  unique (etablissement_id, rang)
);
alter table eaje.suppleance enable row level security;

create table eaje.famille (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement,
  nom text not null,
  telephone text,
  courriel text,
  adresse text,
  commune_code text references organisation.commune,
  code_postal text,
  -- FIL-05 : chiffres seulement.
  matricule_caf text check (matricule_caf ~ '^[0-9]{1,13}$'),
  regime smallint check (regime in (1, 2, 3)),
  monoparentale boolean not null default false,
  apparait_filoue boolean not null default true,
  tri text generated always as (acces.normalise(nom)) stored,
  version integer not null default 1
);
create index on eaje.famille (etablissement_id, tri);
alter table eaje.famille enable row level security;

create table eaje.ressources (
  id uuid primary key,
  famille_id uuid not null references eaje.famille on delete cascade,
  etablissement_id uuid not null references eaje.etablissement,
  periode daterange not null check (not isempty(periode)),
  -- Ressources annuelles N-2 avant abattements ; nulles : inconnues ou refusées (PF-06).
  annuelles_centimes bigint check (annuelles_centimes >= 0),
  enfants_a_charge smallint not null check (enfants_a_charge between 1 and 20),
  enfants_aeeh smallint not null default 0 check (enfants_aeeh >= 0),
  origine text not null check (origine in ('CDAP', 'AVIS_IMPOSITION', 'REFUS', 'ASE', 'URGENCE')),
  constraint ressources_une_a_la_fois exclude using gist (famille_id with =, periode with &&),
  check (enfants_aeeh <= enfants_a_charge)
);
create index on eaje.ressources (etablissement_id);
alter table eaje.ressources enable row level security;

create table eaje.enfant (
  id uuid primary key,
  famille_id uuid not null references eaje.famille,
  etablissement_id uuid not null references eaje.etablissement,
  section_id uuid references eaje.section,
  nom text not null,
  prenom text not null,
  ne_le date not null,
  -- Constaté par l'équipe, jamais déduit de l'âge (§2.3).
  marche_depuis date,
  handicap boolean not null default false,
  pai boolean not null default false,
  -- L'identifiant de l'enfant dans le système de badges.
  badge text,
  tri text generated always as (acces.normalise(nom || ' ' || prenom)) stored,
  version integer not null default 1,
  check (marche_depuis is null or marche_depuis > ne_le),
  constraint enfant_badge unique (etablissement_id, badge)
);
create index on eaje.enfant (etablissement_id, tri);
create index on eaje.enfant (famille_id);
alter table eaje.enfant enable row level security;

create table eaje.contrat (
  id uuid primary key,
  enfant_id uuid not null references eaje.enfant,
  etablissement_id uuid not null references eaje.etablissement,
  nature text not null check (nature in ('REGULIER', 'OCCASIONNEL', 'URGENCE')),
  periode daterange not null check (not isempty(periode)),
  semaine smallint[] not null check (acces.est_semaine(semaine)),
  -- Les jours d'adaptation ouvrent le contrat : l'enfant vient, ses heures se facturent au réel.
  adaptation_jusqu_au date,
  semaines_par_an smallint not null default 46 check (semaines_par_an between 1 and 53),
  mensualites smallint not null default 12 check (mensualites between 1 and 12),
  -- Figé à la signature avec son calcul ; une révision est un avenant.
  tarif_centimes integer not null check (tarif_centimes >= 0),
  tarif_etapes text[] not null default '{}',
  avenant_de uuid references eaje.contrat,
  motif_fin text,
  signe_le date,
  version integer not null default 1,
  constraint contrat_un_regulier exclude using gist (enfant_id with =, periode with &&) where (nature = 'REGULIER')
);
create index on eaje.contrat (enfant_id);
create index on eaje.contrat using gist (etablissement_id, periode);
create index on eaje.contrat (avenant_de);
alter table eaje.contrat enable row level security;

-- L'accueil occasionnel ou d'urgence, jour par jour.
create table eaje.reservation (
  id uuid primary key,
  enfant_id uuid not null references eaje.enfant,
  etablissement_id uuid not null references eaje.etablissement,
  jour date not null,
  debut smallint not null,
  fin smallint not null,
  nature text not null check (nature in ('OCCASIONNEL', 'URGENCE')),
  constraint reservation_heures check (debut >= 0 and debut < fin and fin <= 1440),
  constraint reservation_une_fois exclude using gist (enfant_id with =, jour with =, int4range(debut, fin) with &&)
);
create index on eaje.reservation (etablissement_id, jour);
alter table eaje.reservation enable row level security;

create table eaje.absence (
  id uuid primary key,
  enfant_id uuid not null references eaje.enfant,
  etablissement_id uuid not null references eaje.etablissement,
  periode daterange not null check (not isempty(periode)),
  motif text not null check (motif in ('MALADIE', 'HOSPITALISATION', 'EVICTION', 'CONGES', 'CONVENANCE')),
  prevenue_le date not null,
  justifiee boolean not null default false,
  constraint absence_une_fois exclude using gist (enfant_id with =, periode with &&)
);
create index on eaje.absence using gist (etablissement_id, periode);
alter table eaje.absence enable row level security;

-- La présence réelle. Un départ nul : l'enfant est là, ou son départ manque. Rien n'est jeté : ce qui est douteux le dit.
create table eaje.presence (
  etablissement_id uuid not null references eaje.etablissement,
  jour date not null,
  enfant_id uuid not null references eaje.enfant,
  arrivee smallint not null check (arrivee between 0 and 1439),
  depart smallint check (depart > arrivee and depart <= 1440),
  origine text not null check (origine in ('BADGE', 'TABLETTE', 'SAISIE')),
  doute text,
  primary key (enfant_id, jour, arrivee)
);
create index on eaje.presence (etablissement_id, jour);
alter table eaje.presence enable row level security;

-- Les crèches qu'un agent voit : celles de ses unités, s'il en a l'habilitation. Lue une fois par requête.
create function acces.mes_creches(habilitation text) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when acces.peut(habilitation) then coalesce(array_agg(e.id), '{}') else '{}' end
  from eaje.etablissement e where e.unite_id = any ((select acces.unites_courantes())::uuid[])
$$;
