-- L'argent que la crèche dépense : des lignes votées, ce qui s'engage et se mandate, ce que les prestataires font vraiment.
alter table eaje.etablissement add constraint etablissement_unite unique (id, unite_id);

create table eaje.ligne_budget (
  id uuid primary key,
  etablissement_id uuid not null,
  -- L'unité de la crèche : le service qui tient la ligne en lit le nom, sans lire la crèche.
  unite_id uuid not null,
  exercice smallint not null check (exercice between 2014 and 2100),
  nature text not null check (nature in ('ENTRETIEN', 'PEDAGOGIE', 'PHARMACIE', 'ALIMENTATION', 'MENAGE', 'INTERIM', 'FLUIDES', 'AUTRE')),
  libelle text not null check (libelle <> ''),
  imputation text check (imputation ~ '^[0-9]{2,8}$'),
  -- Nul : la crèche la tient.
  service_id uuid references organisation.unite,
  du date not null,
  budget_centimes bigint not null check (budget_centimes >= 0),
  version integer not null default 1,
  unique (id, etablissement_id),
  unique (etablissement_id, exercice, nature, libelle),
  foreign key (etablissement_id, unite_id) references eaje.etablissement (id, unite_id) on update cascade on delete cascade,
  constraint ligne_budget_du check (extract(year from du) = exercice)
);
create index on eaje.ligne_budget (exercice, etablissement_id);
create index on eaje.ligne_budget (service_id) where service_id is not null;
alter table eaje.ligne_budget enable row level security;

-- Rien ne s'efface : une dépense s'annule ou se corrige, avec son motif.
create table eaje.engagement (
  id uuid primary key,
  ligne_id uuid not null,
  etablissement_id uuid not null,
  jour date not null,
  objet text not null check (objet <> ''),
  centimes bigint not null check (centimes > 0),
  -- Vaut pour tout l'exercice : elle ne se répétera pas, et ne compte pas dans le rythme.
  pour_exercice boolean not null default false,
  -- Pourquoi on a dépassé le disponible de la ligne ; nul quand on ne l'a pas dépassé.
  depassement text check (depassement <> ''),
  annule_le date,
  annulation text check (annulation <> ''),
  par uuid not null references organisation.agent,
  version integer not null default 1,
  unique (id, etablissement_id),
  foreign key (ligne_id, etablissement_id) references eaje.ligne_budget (id, etablissement_id) on delete cascade,
  constraint engagement_annulation check ((annule_le is null) = (annulation is null))
);
create index on eaje.engagement (ligne_id, jour);
create index on eaje.engagement (etablissement_id);
alter table eaje.engagement enable row level security;

create table eaje.mandatement (
  id uuid primary key,
  engagement_id uuid not null,
  etablissement_id uuid not null,
  jour date not null,
  reference text not null default '',
  centimes bigint not null check (centimes > 0),
  annule_le date,
  annulation text check (annulation <> ''),
  par uuid not null references organisation.agent,
  version integer not null default 1,
  foreign key (engagement_id, etablissement_id) references eaje.engagement (id, etablissement_id) on delete cascade,
  constraint mandatement_annulation check ((annule_le is null) = (annulation is null))
);
create index on eaje.mandatement (engagement_id);
create index on eaje.mandatement (etablissement_id);
alter table eaje.mandatement enable row level security;

-- Ce qu'un engagement ou un mandatement disait avant qu'une personne le corrige.
create table eaje.depense_correction (
  id uuid primary key,
  engagement_id uuid not null,
  mandatement_id uuid references eaje.mandatement on delete cascade,
  etablissement_id uuid not null,
  le date not null,
  motif text not null check (motif <> ''),
  avant_jour date not null,
  avant_centimes bigint not null,
  avant_texte text not null,
  par uuid not null references organisation.agent,
  foreign key (engagement_id, etablissement_id) references eaje.engagement (id, etablissement_id) on delete cascade
);
create index on eaje.depense_correction (engagement_id);
create index on eaje.depense_correction (mandatement_id);
create index on eaje.depense_correction (etablissement_id);
alter table eaje.depense_correction enable row level security;

-- Le budget d'une ligne ne change que par une décision, qui se garde.
create table eaje.arbitrage_budget (
  id uuid primary key,
  ligne_id uuid not null,
  etablissement_id uuid not null,
  le date not null,
  suite text not null check (suite in ('MODIFIER', 'FREINER', 'ASSUMER')),
  motif text not null check (motif <> ''),
  avant_centimes bigint not null check (avant_centimes >= 0),
  apres_centimes bigint not null check (apres_centimes >= 0),
  par uuid not null references organisation.agent,
  foreign key (ligne_id, etablissement_id) references eaje.ligne_budget (id, etablissement_id) on delete cascade,
  constraint arbitrage_budget_montant check ((suite = 'MODIFIER') = (avant_centimes <> apres_centimes))
);
create index on eaje.arbitrage_budget (ligne_id, le);
create index on eaje.arbitrage_budget (etablissement_id);
alter table eaje.arbitrage_budget enable row level security;

-- PRS-01 : ce qu'un prestataire devait un mois, ce qu'il a fait, qui l'atteste.
create table eaje.service_fait (
  id uuid primary key,
  ligne_id uuid not null,
  etablissement_id uuid not null,
  nature text not null check (nature in ('MENAGE', 'INTERIM')),
  mois date not null check (extract(day from mois) = 1),
  -- Ménage.
  dues smallint check (dues >= 0),
  faites smallint check (faites >= 0),
  conformes smallint check (conformes between 0 and faites),
  montant_centimes bigint check (montant_centimes >= 0),
  -- Intérim.
  demande text,
  accord_le date,
  minutes_commandees integer check (minutes_commandees >= 0),
  minutes_realisees integer check (minutes_realisees >= 0),
  minutes_facturees integer check (minutes_facturees >= 0),
  ecart_qualification text,
  atteste_le date,
  atteste_par uuid references organisation.agent,
  version integer not null default 1,
  foreign key (ligne_id, etablissement_id) references eaje.ligne_budget (id, etablissement_id) on delete cascade,
  constraint service_fait_atteste check ((atteste_le is null) = (atteste_par is null)),
  constraint service_fait_menage check (nature <> 'MENAGE' or (dues is not null and faites is not null and conformes is not null)),
  constraint service_fait_interim check (nature <> 'INTERIM' or (demande is not null and minutes_commandees is not null))
);
create unique index service_fait_mois on eaje.service_fait (ligne_id, mois) where nature = 'MENAGE';
create index on eaje.service_fait (ligne_id, mois);
create index on eaje.service_fait (etablissement_id);
alter table eaje.service_fait enable row level security;

-- Les faits, dans les mots de docs/simulation.md. Le budget d'origine, puis celui de chaque arbitrage : le passé garde ses chiffres.
create view eaje.fait_budget as
  select l.etablissement_id, 'ligne-budgetaire' as type, l.du as date, null::timestamptz as instant,
    jsonb_build_object('ligne', l.id, 'nature', l.nature, 'libelle', l.libelle, 'budgetCentimes',
      coalesce((select a.avant_centimes from eaje.arbitrage_budget a where a.ligne_id = l.id order by a.le, a.id limit 1), l.budget_centimes)) as donnees
  from eaje.ligne_budget l
  union all
  select e.etablissement_id, 'engagement-creche', e.jour, null,
    jsonb_build_object('ligne', e.ligne_id, 'engagement', e.id, 'centimes', e.centimes, 'pourExercice', e.pour_exercice)
  from eaje.engagement e where e.annule_le is null
  union all
  select m.etablissement_id, 'mandatement-creche', m.jour, null,
    jsonb_build_object('ligne', e.ligne_id, 'engagement', m.engagement_id, 'centimes', m.centimes)
  from eaje.mandatement m join eaje.engagement e on e.id = m.engagement_id where m.annule_le is null and e.annule_le is null
  union all
  select a.etablissement_id, 'arbitrage-budgetaire', a.le, null,
    jsonb_build_object('ligne', a.ligne_id, 'budgetCentimes', a.apres_centimes)
  from eaje.arbitrage_budget a
  union all
  select s.etablissement_id, 'service-fait', s.mois, null,
    jsonb_strip_nulls(jsonb_build_object('ligne', s.ligne_id, 'service', s.id, 'nature', s.nature, 'attesteLe', s.atteste_le))
  from eaje.service_fait s;

-- La réunion gagne cette vue, quelles que soient celles qui y étaient.
do $$ begin
  execute 'create or replace view eaje.fait as ' || rtrim(pg_get_viewdef('eaje.fait'::regclass), ';')
    || ' union all select b.etablissement_id, b.type, b.date, b.instant, b.donnees from eaje.fait_budget b';
end $$;
call echeances.surveiller('eaje.ligne_budget', 'etablissement_id');
call echeances.surveiller('eaje.engagement', 'etablissement_id');
call echeances.surveiller('eaje.mandatement', 'etablissement_id');
call echeances.surveiller('eaje.arbitrage_budget', 'etablissement_id');
call echeances.surveiller('eaje.service_fait', 'etablissement_id');

-- Les lignes sur lesquelles l'agent dépense : celles des crèches qu'il finance, de son service, ou que sa crèche tient.
create function acces.mes_lignes_tenues() returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(l.id), '{}') from eaje.ligne_budget l
  where l.etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[])
    or (l.service_id is null and l.etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]))
    or ((select acces.peut('creches.financer')) and l.service_id = any ((select acces.unites_courantes())::uuid[]))
$$;
