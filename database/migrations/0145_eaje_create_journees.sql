-- La journée finie d'une crèche, en quelques nombres. Une année de quarts d'heure d'un département ne se recompte pas à chaque page : la
-- nuit compte la veille, et ce qu'un acte a changé se recompte après lui.
create table eaje.journee_resumee (
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  jour date not null,
  -- Présences pointées du jour, et parmi elles celles dont l'heure n'est pas sûre. Aucune : le jour est compté sur les accueils prévus.
  presences smallint not null check (presences >= 0),
  presences_douteuses smallint not null check (presences_douteuses between 0 and presences),
  enfants smallint not null check (enfants >= 0),
  -- Des quarts d'heure : avec des enfants, et parmi eux ceux où l'effectif et la catégorie 1 étaient là (CAP-08, CAP-11).
  quarts smallint not null check (quarts >= 0),
  quarts_conformes smallint not null check (quarts_conformes between 0 and quarts),
  -- Sommes sur ces quarts : l'effectif qu'il fallait, la catégorie 1 présente (CAP-10), les professionnels qui manquaient.
  requis integer not null check (requis >= 0),
  cat1 integer not null check (cat1 >= 0),
  manque integer not null check (manque >= 0),
  -- Enfants et places, quart par quart (CAP-06) ; quarts au-dessus de la capacité, et au-dessus de 115 % (CAP-05).
  quarts_enfant integer not null check (quarts_enfant >= 0),
  quarts_place integer not null check (quarts_place >= 0),
  quarts_sur_capacite smallint not null check (quarts_sur_capacite >= 0),
  quarts_surnombre smallint not null check (quarts_surnombre between 0 and quarts_sur_capacite),
  -- CAP-14 : une personne apte à chaque quart où des enfants étaient là.
  continuite boolean not null,
  -- IND-28 : quarts de place que l'on aurait pu offrir, avant et après la mi-journée.
  libres_matin integer not null check (libres_matin >= 0),
  libres_apres_midi integer not null check (libres_apres_midi >= 0),
  -- Ce qui rend les chiffres douteux.
  sans_autorisation boolean not null,
  marche_inconnue smallint not null check (marche_inconnue >= 0),
  postes_douteux smallint not null check (postes_douteux >= 0),
  primary key (etablissement_id, jour)
);
create index on eaje.journee_resumee (jour);
alter table eaje.journee_resumee enable row level security;

-- Les mois qu'un acte a changés, un mois une crèche. On n'y fait qu'ajouter : deux actes à la fois ne s'attendent pas.
create table eaje.mois_a_resumer (
  id bigint generated always as identity primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  mois date not null check (extract(day from mois) = 1),
  transaction xid8 not null default pg_current_xact_id()
);
create index on eaje.mois_a_resumer (mois);
create index on eaje.mois_a_resumer (etablissement_id, mois, transaction);
alter table eaje.mois_a_resumer enable row level security;
