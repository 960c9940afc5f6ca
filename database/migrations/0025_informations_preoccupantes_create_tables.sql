-- L'information préoccupante, de sa réception à ses suites (CASF L226-3, D226-2-3 à D226-2-8).
create schema ip;

create table ip.information (
  id uuid primary key,
  numero text not null unique,
  etat text not null default 'recue' check (etat in ('recue', 'en-premiere-analyse', 'hors-ip', 'qualifiee', 'attribuee', 'en-evaluation',
    'suspendue', 'rapport-remis', 'en-validation', 'decidee', 'close-classement', 'close-administratif', 'close-judiciaire', 'transferee')),
  -- L'instant de réception par la cellule ; son jour civil à Paris fait courir le délai légal (IP-003).
  recue_a timestamptz not null,
  recue_le date not null generated always as ((recue_a at time zone 'Europe/Paris')::date) stored,
  canal text not null check (canal in ('telephone', 'courrier', 'courriel', 'formulaire', 'snated', 'visite', 'fax', 'autre')),
  source text not null,
  categorie_source text not null check (categorie_source in ('professionnel', 'elu', 'particulier', 'anonyme')),
  -- Jour où la source a transmis : IP-024 court de là. Jour où un particulier a demandé les suites : IP-025.
  transmise_le date not null,
  suites_demandees_le date,
  faits text not null check (length(faits) between 1 and 20000),
  urgence text not null check (urgence in ('immediate', 'elevee', 'ordinaire')),
  types_danger text[] not null default '{}',
  -- IP-034 : jour où un professionnel a saisi lui-même le parquet ; la cellule en a reçu la copie.
  saisine_directe_le date,
  -- IP-037 : un élément nouveau est arrivé ce jour et l'urgence n'a pas encore été revue.
  reanalyse_due_le date,
  -- IP-002 : les parents ont-ils été prévenus par qui transmet ; nul si on ne le sait pas.
  parents_informes boolean,
  motif_non_information text,
  voie text,
  complement text,
  code_postal text,
  commune_code text references organisation.commune,
  commune_nom text,
  adresse_tri text generated always as (nullif(acces.normalise(coalesce(voie, '') || ' ' || coalesce(code_postal, '') || ' ' || coalesce(commune_nom, '')), '')) stored,
  menage_id uuid references enfants.menage,
  -- L'unité qui la traite : la cellule d'abord, le territoire ensuite.
  unite_id uuid not null references organisation.unite,
  analyste_id uuid references organisation.agent,
  qualifiee_le date,
  motif_hors_ip text check (motif_hors_ip in ('sans-danger', 'droit-commun', 'doublon', 'majeur', 'hors-departement', 'mesure-en-cours', 'insuffisante')),
  orientation text,
  -- IP-035 : une mesure judiciaire est en cours ; ce qui est décidé d'en faire.
  mesure_judiciaire text,
  -- IP-011 : délai réduit, en jours, et pourquoi.
  delai_reduit_jours integer check (delai_reduit_jours between 1 and 91),
  delai_reduit_motif text,
  -- IP-010 ou IP-011 : dernier jour pour achever l'évaluation.
  echeance date,
  attribuee_le date,
  evaluation_debutee_le date,
  rapport_remis_le date,
  decidee_le date,
  close_le date,
  suspendue_le date,
  -- Les objets déjà dits aux parents ou à la source, tenus par ip.noter_dit : ce qui reste à dire se trouve par index.
  deja_dit text[] not null default '{}',
  cree_par uuid references organisation.agent,
  cree_le timestamptz not null default transaction_timestamp(),
  version integer not null default 1,
  check ((categorie_source = 'anonyme') <= (suites_demandees_le is null)),
  constraint information_delai_reduit check ((delai_reduit_jours is null) = (delai_reduit_motif is null)),
  constraint information_hors_ip check ((etat = 'hors-ip') = (motif_hors_ip is not null)),
  constraint information_qualifiee check (etat in ('recue', 'en-premiere-analyse', 'hors-ip', 'transferee') or (qualifiee_le is not null and echeance is not null)),
  constraint information_close check (etat not in ('hors-ip', 'transferee', 'close-classement', 'close-administratif', 'close-judiciaire') or close_le is not null)
);
create index on ip.information (recue_a desc, id);
create index on ip.information (etat, echeance);
create index on ip.information (unite_id, etat);
create index on ip.information (adresse_tri) where adresse_tri is not null;
create index on ip.information (menage_id) where menage_id is not null;
create index on ip.information (cree_le);
create index on ip.information (transmise_le) where categorie_source <> 'anonyme' and not deja_dit @> '{source}';
create index on ip.information (decidee_le) where decidee_le is not null and not deja_dit @> '{conclusions}';

-- Qui a transmis : lu de qui doit le savoir, et de la cellule seule s'il a demandé l'anonymat.
create table ip.auteur (
  information_id uuid primary key references ip.information on delete cascade,
  anonymat_demande boolean not null default false,
  nom text,
  qualite text,
  organisme text,
  telephone text,
  courriel text,
  adresse text
);

-- Chaque mineur du foyer, celui que l'on signale et les autres (IP-012) ; son identité peut être partielle, ou à naître.
create table ip.mineur (
  id uuid primary key,
  information_id uuid not null references ip.information on delete cascade,
  rang integer not null,
  role text not null check (role in ('signale', 'autre-du-foyer')),
  nom text,
  nom_usage text,
  prenom text,
  sexe text not null default 'inconnu' check (sexe in ('feminin', 'masculin', 'inconnu')),
  date_naissance date,
  naissance_precision text not null default 'inconnue' check (naissance_precision in ('exacte', 'mois', 'annee', 'declaree', 'judiciaire', 'inconnue')),
  age_estime integer check (age_estime between 0 and 20),
  a_naitre boolean not null default false,
  terme_prevu date,
  enfant_id uuid references enfants.enfant,
  recherche text not null generated always as (acces.normalise(coalesce(nom, '') || ' ' || coalesce(nom_usage, '') || ' ' || coalesce(prenom, ''))) stored,
  constraint mineur_rang unique (information_id, rang),
  constraint mineur_une_fois unique (information_id, enfant_id),
  check ((date_naissance is null) = (naissance_precision = 'inconnue')),
  check (a_naitre or terme_prevu is null),
  check (not a_naitre or date_naissance is null)
);
create index on ip.mineur (enfant_id) where enfant_id is not null;
create index on ip.mineur using gin (recherche gin_trgm_ops);
create index on ip.mineur (date_naissance) where date_naissance is not null;

create table ip.adulte (
  id uuid primary key,
  information_id uuid not null references ip.information on delete cascade,
  rang integer not null,
  qualite text not null check (qualite in ('mere', 'pere', 'parent', 'beau-parent', 'grand-parent', 'tuteur', 'autre')),
  titulaire boolean not null default true,
  nom text,
  prenom text,
  date_naissance date,
  telephone text,
  personne_id uuid references enfants.personne,
  identite_tri text generated always as (case when nom is not null and prenom is not null then acces.normalise(nom || ' ' || prenom) end) stored,
  constraint adulte_rang unique (information_id, rang)
);
create index on ip.adulte (personne_id) where personne_id is not null;
create index on ip.adulte (identite_tri) where identite_tri is not null;

create table ip.piece (
  id uuid primary key,
  information_id uuid not null references ip.information on delete cascade,
  nom text not null,
  nature text not null check (nature in ('pdf', 'image', 'word', 'texte', 'courriel')),
  taille integer not null check (taille between 1 and 15728640),
  contenu bytea not null,
  deposee_par uuid references organisation.agent,
  deposee_le timestamptz not null default transaction_timestamp()
);
create index on ip.piece (information_id);

-- L'histoire : chaque acte, l'état d'avant et d'après. On n'y change rien.
create table ip.acte (
  id uuid primary key,
  information_id uuid not null references ip.information on delete cascade,
  rang bigint generated always as identity,
  acte text not null,
  etat_avant text,
  etat_apres text not null,
  motif text,
  detail jsonb not null default '{}',
  par_id uuid references organisation.agent,
  le timestamptz not null default transaction_timestamp()
);
create index on ip.acte (information_id, rang);

-- Deux informations liées : même enfant, fratrie, adresse, suite d'une autre, ou rapprochées à la main (IP-037).
create table ip.lien (
  information_id uuid not null references ip.information on delete cascade,
  liee_id uuid not null references ip.information on delete cascade check (liee_id <> information_id),
  nature text not null check (nature in ('meme-enfant', 'fratrie', 'adresse', 'suite', 'nouvel-element', 'manuel')),
  note text,
  primary key (information_id, liee_id)
);
create index on ip.lien (liee_id);

create table ip.transfert (
  information_id uuid primary key references ip.information on delete cascade,
  departement_code text not null,
  motif text not null,
  transmis_le date not null,
  parents_informes_le date,
  accuse_le date check (accuse_le >= transmis_le),
  accuse_reference text,
  version integer not null default 1
);

-- Ce que l'on tapait quand on s'est arrêté : de son auteur seul.
create table ip.brouillon (
  id uuid primary key,
  agent_id uuid not null references organisation.agent,
  information_id uuid references ip.information on delete cascade,
  page text not null,
  champs jsonb not null,
  garde_le timestamptz not null default transaction_timestamp(),
  -- Plusieurs réceptions peuvent attendre ; sur une information, un par page.
  constraint brouillon_un_par_page unique (agent_id, page, information_id)
);

-- L'équipe d'évaluation, avec son histoire (IP-013).
create table ip.evaluateur (
  id uuid primary key,
  information_id uuid not null references ip.information on delete cascade,
  agent_id uuid not null references organisation.agent,
  periode daterange not null check (not isempty(periode)),
  motif_fin text,
  constraint evaluateur_une_fois exclude using gist (information_id with =, agent_id with =, periode with &&)
);
create index on ip.evaluateur (agent_id, information_id);
create index on ip.evaluateur (information_id);

create function ip.prendre_rang(annee text) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare suivant integer;
begin
  if not acces.peut('ip.recueillir') or annee !~ '^\d{4}$' then
    raise exception 'Recevoir une information non permis' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(1296126534, annee::integer);
  select coalesce(max(substr(i.numero, 9)::integer), 0) + 1 into suivant
    from ip.information i where i.numero ~ ('^IP-' || annee || '-\d{1,8}$') and i.numero >= 'IP-' || annee and i.numero < 'IP-' || (annee::integer + 1);
  return suivant;
end $$;
revoke execute on function ip.prendre_rang(text) from public;

create trigger signer_creation before insert or update on ip.information for each row execute function enfants.signer_creation();

-- De quoi décider qui voit une information, sans que les politiques tournent en rond.
create index on enfants.enfant (id) where restreint;
create view acces.mes_evaluations as
  select v.information_id from ip.evaluateur v
  where v.agent_id = (select acces.agent_courant()) and v.periode @> (select acces.aujourdhui()) and (select acces.peut('ip.evaluer'));
create view acces.informations_de_mes_enfants as
  select m.information_id from ip.mineur m join acces.enfants_que_je_suis s on s.enfant_id = m.enfant_id;
-- Un enfant au dossier restreint restreint son information.
create view acces.informations_restreintes as
  select m.information_id from ip.mineur m join enfants.enfant e on e.id = m.enfant_id
  where e.restreint and not exists (select 1 from acces.mes_enfants_nommes n where n.enfant_id = m.enfant_id);

-- Celles que l'agent conduit : la cellule, l'encadrement du territoire, l'équipe d'évaluation. Qui suit l'enfant les lit aussi.
create view acces.informations_que_je_conduis as
  select i.id from ip.information i
  where ((select acces.peut('ip.recueillir'))
      or (i.unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('ip.lire-perimetre')))
      or i.id in (select e.information_id from acces.mes_evaluations e)
      or (i.cree_le = transaction_timestamp() and i.cree_par = (select acces.agent_courant())))
    and i.id not in (select r.information_id from acces.informations_restreintes r);
create function acces.voit_information(information uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select 1 from acces.informations_que_je_conduis i where i.id = information)
    or (exists (select 1 from acces.informations_de_mes_enfants d where d.information_id = information)
      and not exists (select 1 from acces.informations_restreintes r where r.information_id = information));
end $$;
create function acces.conduit_information(information uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select 1 from acces.informations_que_je_conduis i where i.id = information);
end $$;

-- Chercher par nom un mineur d'une information : par l'index d'abord, puis seulement celles que l'agent voit.
create function ip.chercher(mots text[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare filtres text := (
  select string_agg(format('m.recherche like %L', '%' || acces.normalise(mot) || '%'), ' and ') from unnest(mots) mot where acces.normalise(mot) <> '');
begin
  if filtres is null or not acces.session_ouverte() then return; end if;
  return query execute 'select t.information_id from (select distinct m.information_id from ip.mineur m where ' || filtres
    || ' limit 500) t where acces.voit_information(t.information_id)';
end $$;
revoke execute on function ip.chercher(text[]) from public;
