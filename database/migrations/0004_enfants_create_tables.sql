create table enfants.personne (
  id uuid primary key,
  sexe text not null default 'inconnu' check (sexe in ('feminin', 'masculin', 'inconnu')),
  nom text not null,
  nom_usage text,
  prenom text not null,
  autres_prenoms text,
  date_naissance date,
  naissance_precision text not null default 'exacte'
    check (naissance_precision in ('exacte', 'mois', 'annee', 'declaree', 'judiciaire', 'inconnue')),
  lieu_naissance text,
  date_deces date check (date_deces >= date_naissance),
  telephone text,
  courriel text,
  -- Absorbée par une autre fiche de la même personne : n'apparaît plus, mais rien n'est perdu (voir enfants.fusion).
  fusionnee_dans uuid references enfants.personne check (fusionnee_dans <> id),
  tri text generated always as (acces.normalise(nom || ' ' || prenom)) stored,
  recherche text not null default '',
  cree_par uuid references organisation.agent,
  cree_le timestamptz not null default transaction_timestamp(),
  version integer not null default 1,
  check ((date_naissance is null) = (naissance_precision = 'inconnue'))
);
create index on enfants.personne (tri, id);
create index on enfants.personne using gin (recherche gin_trgm_ops);
create index on enfants.personne (date_naissance);
create index on enfants.personne (fusionnee_dans) where fusionnee_dans is not null;

-- Autres noms sous lesquels la personne est ou a été connue.
create table enfants.autre_nom (
  id uuid primary key,
  personne_id uuid not null references enfants.personne on delete cascade,
  nature text not null check (nature in ('anterieur', 'pseudonyme', 'transcription', 'autre')),
  nom text not null,
  prenom text
);
create index on enfants.autre_nom (personne_id);

create function enfants.refaire_recherche(personne uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select acces.normalise(concat_ws(' ', p.nom, p.nom_usage, p.prenom, p.autres_prenoms,
    (select string_agg(concat_ws(' ', a.nom, a.prenom), ' ' order by a.id) from enfants.autre_nom a where a.personne_id = p.id)))
  from enfants.personne p where p.id = personne
$$;
create function enfants.garder_recherche() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.recherche := acces.normalise(concat_ws(' ', new.nom, new.nom_usage, new.prenom, new.autres_prenoms,
    (select string_agg(concat_ws(' ', a.nom, a.prenom), ' ' order by a.id) from enfants.autre_nom a where a.personne_id = new.id)));
  return new;
end $$;
create trigger garder_recherche before insert or update on enfants.personne
  for each row execute function enfants.garder_recherche();
create function enfants.repercuter_autre_nom() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update enfants.personne p set recherche = enfants.refaire_recherche(p.id)
    where p.id in (select distinct x from unnest(array[case when tg_op <> 'INSERT' then old.personne_id end, case when tg_op <> 'DELETE' then new.personne_id end]) x where x is not null);
  return null;
end $$;
create trigger repercuter_autre_nom after insert or update or delete on enfants.autre_nom
  for each row execute function enfants.repercuter_autre_nom();

-- L'enfant est la racine du dossier ; son identité est celle de la personne.
create table enfants.enfant (
  id uuid primary key references enfants.personne,
  numero text not null unique,
  restreint boolean not null default false,
  ouvert_le date not null,
  clos_le date check (clos_le >= ouvert_le),
  cree_par uuid references organisation.agent,
  cree_le timestamptz not null default transaction_timestamp(),
  version integer not null default 1
);

create table enfants.menage (
  id uuid primary key,
  libelle text not null,
  cree_par uuid references organisation.agent,
  cree_le timestamptz not null default transaction_timestamp(),
  version integer not null default 1
);
create table enfants.menage_membre (
  id uuid primary key,
  menage_id uuid not null references enfants.menage,
  personne_id uuid not null references enfants.personne,
  residence text not null check (residence in ('principale', 'alternee', 'occasionnelle')),
  periode daterange not null check (not isempty(periode)),
  constraint menage_membre_une_fois exclude using gist (menage_id with =, personne_id with =, periode with &&)
);
create index on enfants.menage_membre (personne_id);
create table enfants.adresse (
  id uuid primary key,
  menage_id uuid not null references enfants.menage,
  voie text,
  complement text,
  code_postal text,
  commune_code text references organisation.commune,
  commune_nom text,
  periode daterange not null check (not isempty(periode)),
  constraint adresse_une_a_la_fois exclude using gist (menage_id with =, periode with &&)
);
create index on enfants.adresse (commune_code);

-- Qui est cette personne pour cet enfant ; la filiation est une qualité du lien.
create table enfants.lien (
  id uuid primary key,
  enfant_id uuid not null references enfants.enfant,
  personne_id uuid not null references enfants.personne check (personne_id <> enfant_id),
  qualite text not null check (qualite in ('mere', 'pere', 'parent', 'beau-parent', 'frere-soeur', 'grand-parent', 'oncle-tante',
    'tiers-digne-de-confiance', 'personne-de-confiance', 'parrain-marraine', 'autre-proche')),
  filiation text check (filiation in ('etablie', 'contestee', 'adoption-pleniere', 'adoption-simple', 'non-etablie')),
  periode daterange not null check (not isempty(periode)),
  commentaire text,
  version integer not null default 1,
  check ((filiation is not null) = (qualite in ('mere', 'pere', 'parent'))),
  constraint lien_une_fois exclude using gist (enfant_id with =, personne_id with =, qualite with =, periode with &&)
);
create index on enfants.lien (enfant_id);
create index on enfants.lien (personne_id);

-- Autorité parentale : qui en est titulaire, qui l'exerce (C. civ. 371-1, 372, 373 à 377-1).
create table enfants.autorite_parentale (
  id uuid primary key,
  enfant_id uuid not null references enfants.enfant,
  personne_id uuid references enfants.personne,
  organisme text check (organisme in ('president-conseil-departemental', 'prefet', 'autre-service')),
  titulaire boolean not null,
  exercice text not null check (exercice in ('conjoint', 'seul', 'non-exercee', 'delegation-totale', 'delegation-partielle', 'tutelle', 'retire')),
  periode daterange not null check (not isempty(periode)),
  fondement text,
  version integer not null default 1,
  check (num_nonnulls(personne_id, organisme) = 1),
  constraint autorite_une_fois exclude using gist (enfant_id with =, personne_id with =, periode with &&) where (personne_id is not null)
);
create index on enfants.autorite_parentale (enfant_id);
create index on enfants.autorite_parentale (personne_id);

create table enfants.statut (
  id uuid primary key,
  enfant_id uuid not null references enfants.enfant,
  code text not null check (code in ('autorite-parentale', 'delegation-autorite-parentale', 'tutelle-departementale', 'tutelle-familiale',
    'pupille-provisoire', 'pupille-definitif', 'emancipe', 'majeur', 'a-determiner')),
  periode daterange not null check (not isempty(periode)),
  fondement text,
  version integer not null default 1,
  constraint statut_un_a_la_fois exclude using gist (enfant_id with =, periode with &&)
);

create table enfants.partenaire (
  id uuid primary key,
  nature text not null check (nature in ('ecole', 'medecin', 'juridiction', 'avocat', 'soin', 'mdph', 'association', 'autre')),
  nom text not null,
  interlocuteur text,
  telephone text,
  courriel text,
  commune_code text references organisation.commune,
  commune_nom text,
  tri text generated always as (acces.normalise(nom)) stored,
  version integer not null default 1
);
create index on enfants.partenaire using gin (tri gin_trgm_ops);
create table enfants.partenaire_enfant (
  id uuid primary key,
  enfant_id uuid not null references enfants.enfant,
  partenaire_id uuid not null references enfants.partenaire,
  qualite text not null check (qualite in ('scolarite', 'medecin-traitant', 'specialiste', 'juge-des-enfants', 'juge-aux-affaires-familiales',
    'avocat', 'administrateur-ad-hoc', 'mdph', 'autre')),
  periode daterange not null check (not isempty(periode)),
  commentaire text,
  version integer not null default 1
);
create index on enfants.partenaire_enfant (enfant_id);
create index on enfants.partenaire_enfant (partenaire_id);

-- Mission : la seule raison de voir un enfant, donnée à un agent ou à une unité, pour un temps.
create table enfants.mission (
  id uuid primary key,
  enfant_id uuid not null references enfants.enfant,
  agent_id uuid references organisation.agent,
  unite_id uuid references organisation.unite,
  nature text not null check (nature in ('referent', 'equipe', 'territoire', 'evaluation', 'instance', 'astreinte', 'delegation')),
  periode daterange not null check (not isempty(periode)),
  motif text,
  version integer not null default 1,
  check (num_nonnulls(agent_id, unite_id) = 1),
  check ((nature = 'territoire') <= (unite_id is not null)),
  check ((nature = 'referent') <= (agent_id is not null)),
  constraint mission_un_territoire exclude using gist (enfant_id with =, periode with &&) where (nature = 'territoire'),
  constraint mission_un_referent exclude using gist (enfant_id with =, periode with &&) where (nature = 'referent')
);
create index on enfants.mission (enfant_id);
create index on enfants.mission (agent_id, enfant_id) where agent_id is not null;
create index on enfants.mission (unite_id, enfant_id) where unite_id is not null;

-- Dossier restreint : seuls ces agents le voient, quelles que soient leurs missions.
create table enfants.acces_nomme (
  id uuid primary key,
  enfant_id uuid not null references enfants.enfant,
  agent_id uuid not null references organisation.agent,
  motif text not null,
  periode daterange not null check (not isempty(periode)),
  constraint acces_nomme_une_fois exclude using gist (enfant_id with =, agent_id with =, periode with &&)
);
create index on enfants.acces_nomme (agent_id);

-- Bris de glace : ouvert hors mission, motivé, limité dans le temps, revu.
create table enfants.bris_de_glace (
  id uuid primary key,
  enfant_id uuid not null references enfants.enfant,
  agent_id uuid not null references organisation.agent,
  motif text not null check (motif in ('urgence', 'astreinte', 'demande-judiciaire', 'continuite', 'autre')),
  explication text not null check (length(btrim(explication)) >= 10),
  ouvert_le timestamptz not null default transaction_timestamp(),
  expire_le timestamptz not null check (expire_le > ouvert_le),
  revu_le timestamptz,
  revu_par uuid references organisation.agent check (revu_par <> agent_id),
  revue text check (revue in ('justifie', 'a-expliquer', 'injustifie')),
  revue_commentaire text,
  check (num_nonnulls(revu_le, revu_par, revue) in (0, 3))
);
create index on enfants.bris_de_glace (agent_id, enfant_id);
create index on enfants.bris_de_glace (enfant_id);

-- Fusion de deux fiches d'une même personne : ce qui a bougé, pour pouvoir défaire.
create table enfants.fusion (
  id uuid primary key,
  gardee_id uuid not null references enfants.personne,
  absorbee_id uuid not null references enfants.personne check (absorbee_id <> gardee_id),
  motif text not null,
  deplacements jsonb not null,
  faite_par uuid not null references organisation.agent,
  faite_le timestamptz not null default transaction_timestamp(),
  annulee_par uuid references organisation.agent,
  annulee_le timestamptz
);
create unique index fusion_en_cours on enfants.fusion (absorbee_id) where annulee_le is null;
create index on enfants.fusion (gardee_id);

-- Le créateur et l'instant de création ne se choisissent pas.
create function enfants.signer_creation() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if acces.session_ouverte() then
    if tg_op = 'INSERT' then
      new.cree_par := acces.agent_courant();
      new.cree_le := transaction_timestamp();
    else
      new.cree_par := old.cree_par;
      new.cree_le := old.cree_le;
    end if;
  end if;
  return new;
end $$;
create trigger signer_creation before insert or update on enfants.personne for each row execute function enfants.signer_creation();
create trigger signer_creation before insert or update on enfants.enfant for each row execute function enfants.signer_creation();
create trigger signer_creation before insert or update on enfants.menage for each row execute function enfants.signer_creation();

-- Vues du propriétaire, lues par les politiques : elles coupent la récursion sans cacher le plan au planificateur.
create view acces.mes_enfants with (security_barrier = false) as
  select m.enfant_id from enfants.mission m
    where m.agent_id = (select acces.agent_courant()) and m.periode @> (select acces.aujourdhui())
      and (select acces.peut('enfants.lire-mission'))
  union all
  select m.enfant_id from enfants.mission m
    where m.unite_id = any ((select acces.unites_courantes())::uuid[]) and m.periode @> (select acces.aujourdhui())
      and (select acces.peut('enfants.lire-perimetre'))
  union all
  select b.enfant_id from enfants.bris_de_glace b
    where b.agent_id = (select acces.agent_courant()) and b.expire_le > now();
create view acces.mes_enfants_nommes as
  select n.enfant_id from enfants.acces_nomme n
    where n.agent_id = (select acces.agent_courant()) and n.periode @> (select acces.aujourdhui());
create view acces.enfants_restreints as
  select e.id from enfants.enfant e where e.restreint;
create view acces.mon_equipe as
  select distinct f.agent_id
  from organisation.affectation f join organisation.poste p on p.id = f.poste_id
  where f.periode @> (select acces.aujourdhui()) and p.unite_id = any ((select acces.unites_courantes())::uuid[]);
