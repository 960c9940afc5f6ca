-- Les heures et la prestation de service unique des crèches. Le tableau lit des mois déjà comptés : une année de présences d'un
-- département ne se recompte pas à chaque page.
create table eaje.mois_activite (
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  mois date not null check (extract(day from mois) = 1),
  places smallint not null default 0 check (places >= 0),
  jours_ouverts smallint not null default 0 check (jours_ouverts between 0 and 31),
  -- Des minutes d'accueil : OCC-01 pour les ouvertes, les contrats et réservations, ce que doivent les familles, la présence réelle.
  minutes_ouvertes integer not null default 0 check (minutes_ouvertes >= 0),
  minutes_contractees integer not null default 0 check (minutes_contractees >= 0),
  minutes_facturees integer not null default 0 check (minutes_facturees >= 0),
  minutes_realisees integer not null default 0 check (minutes_realisees >= 0),
  minutes_occasionnelles integer not null default 0 check (minutes_occasionnelles >= 0),
  -- Ce qui reste à venir dans le mois, quand il n'est pas fini : la projection s'en sert (AFS-04).
  ouvertes_a_venir integer not null default 0 check (ouvertes_a_venir between 0 and minutes_ouvertes),
  contractees_a_venir integer not null default 0 check (contractees_a_venir between 0 and minutes_contractees),
  participations_centimes bigint not null default 0 check (participations_centimes >= 0),
  enfants smallint not null default 0 check (enfants >= 0),
  enfants_handicap smallint not null default 0 check (enfants_handicap >= 0),
  -- Les pointages douteux ou sans départ : leurs heures ne sont pas sûres.
  doutes integer not null default 0 check (doutes >= 0),
  calcule_le timestamptz not null default transaction_timestamp(),
  -- Figé, un mois ne bouge plus : ses chiffres sont ceux que la Caf a reçus.
  fige_le timestamptz,
  fige_par uuid references organisation.agent,
  primary key (etablissement_id, mois)
);
create index on eaje.mois_activite (mois);
alter table eaje.mois_activite enable row level security;

create function eaje.garder_mois_fige() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.fige_le is not null then
    raise exception 'Un mois figé ne change plus' using errcode = '23514', constraint = 'mois_activite_fige';
  end if;
  return new;
end $$;
create trigger garder_mois_fige before update on eaje.mois_activite
  for each row execute function eaje.garder_mois_fige();

-- Ce qu'on ne peut pas compter : les charges, les recettes, le prévisionnel, les identifiants de la Caf.
create table eaje.exercice (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  annee smallint not null check (annee between 2014 and 2100),
  charges_centimes bigint check (charges_centimes >= 0),
  autres_recettes_centimes bigint not null default 0 check (autres_recettes_centimes >= 0),
  -- Nuls : montants à saisir ; ils ne valent pas zéro.
  bonus_mixite_centimes bigint check (bonus_mixite_centimes >= 0),
  bonus_handicap_centimes bigint check (bonus_handicap_centimes >= 0),
  bonus_territoire_centimes bigint check (bonus_territoire_centimes >= 0),
  bonus_attractivite_centimes bigint check (bonus_attractivite_centimes >= 0),
  facturees_prevues integer check (facturees_prevues >= 0),
  realisees_prevues integer check (realisees_prevues >= 0),
  charges_prevues_centimes bigint check (charges_prevues_centimes >= 0),
  -- Les minutes facturées prévues de janvier à décembre ; nul : le prévisionnel ne se suit pas par mois.
  previsionnel integer[] check (array_length(previsionnel, 1) = 12 and 0 <= all (previsionnel)),
  journees_pedagogiques smallint not null default 0 check (journees_pedagogiques between 0 and 10),
  minutes_hors_presence integer not null default 0 check (minutes_hors_presence >= 0),
  minutes_exceptionnelles integer not null default 0 check (minutes_exceptionnelles >= 0),
  -- FIL-03 : le code de la Caf qui reçoit les déclarations.
  organisme_caf text check (organisme_caf ~ '^[0-9]{1,4}$'),
  version integer not null default 1,
  unique (etablissement_id, annee)
);
alter table eaje.exercice enable row level security;

-- Les prix plafonds d'une année, en euros par heure, avec leur source : le même barème pour tout le département.
create table eaje.bareme_psu (
  id uuid primary key,
  annee smallint not null unique check (annee between 2014 and 2100),
  pmax_avec numeric(8, 4) not null check (pmax_avec > 0),
  -- Le palier du milieu, jusqu'en 2024 (PSU-02).
  pmoyen_avec numeric(8, 4) check (pmoyen_avec > 0),
  pmin_avec numeric(8, 4) not null check (pmin_avec > 0),
  pmax_sans numeric(8, 4) not null check (pmax_sans > 0),
  pmoyen_sans numeric(8, 4) check (pmoyen_sans > 0),
  pmin_sans numeric(8, 4) not null check (pmin_sans > 0),
  taux smallint not null default 66 check (taux between 1 and 100),
  seuil_bas smallint not null default 107,
  seuil_haut smallint not null default 120,
  confiance text not null check (confiance in ('verifie', 'a-confirmer', 'local')),
  source text not null check (source <> ''),
  version integer not null default 1,
  constraint bareme_psu_ordre check (pmin_avec <= pmax_avec and pmin_sans <= pmax_sans),
  constraint bareme_psu_seuils check (100 <= seuil_bas and seuil_bas < seuil_haut),
  constraint bareme_psu_paliers check ((annee > 2024) = (pmoyen_avec is null and pmoyen_sans is null))
);
alter table eaje.bareme_psu enable row level security;
