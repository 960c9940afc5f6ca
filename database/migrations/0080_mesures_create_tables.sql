-- Les mesures d'un enfant, prestations administratives et mesures judiciaires : ce qui est décidé, ce qui est exécuté, et chaque fait daté.
create schema mesures;

-- Ce que la base doit savoir d'un code pour refuser l'impossible ; le reste est dans src/modules/mesures, et un test les compare.
create table mesures.nomenclature (
  code text primary key,
  origine text not null check (origine in ('administrative', 'judiciaire')),
  -- Deux mesures d'un même groupe ne se chevauchent pas pour un même enfant.
  groupe text check (groupe in ('hebergement', 'milieu-ouvert', 'aide-educative')),
  -- L'acte que le président délègue pour la décider ; nul : une autre autorité décide, et sa décision se reçoit.
  acte_delegue text,
  -- Ne se crée plus à partir de ce jour.
  interdite_le date
);
insert into mesures.nomenclature (code, origine, groupe, acte_delegue, interdite_le) values
  ('AIDE_FIN', 'administrative', null, 'mesure-administrative.decider', null),
  ('TISF', 'administrative', null, 'mesure-administrative.decider', null),
  ('AESF', 'administrative', null, 'mesure-administrative.decider', null),
  ('AED', 'administrative', 'aide-educative', 'mesure-administrative.decider', null),
  ('AED_RENFORCEE', 'administrative', 'aide-educative', 'mesure-administrative.decider', null),
  ('ACCUEIL_JOUR', 'administrative', null, 'mesure-administrative.decider', null),
  ('AP', 'administrative', 'hebergement', 'accueil.decider', null),
  ('ACCUEIL_72H', 'administrative', 'hebergement', 'urgence.decider', null),
  ('RECUEIL_5J', 'administrative', 'hebergement', 'urgence.decider', null),
  ('APU_MNA', 'administrative', 'hebergement', 'urgence.decider', null),
  ('MERE_ENFANT', 'administrative', null, 'accueil.decider', null),
  ('CENTRE_PARENTAL', 'administrative', null, 'accueil.decider', null),
  ('TDB', 'administrative', 'hebergement', 'accueil.decider', null),
  ('PARRAINAGE', 'administrative', null, 'mesure-administrative.decider', null),
  ('AJM', 'administrative', null, 'jeune-majeur.decider', null),
  ('PUPILLE', 'administrative', null, null, null),
  ('MJIE', 'judiciaire', null, null, null),
  ('AEMO', 'judiciaire', 'milieu-ouvert', null, null),
  ('AEMO_RENFORCEE', 'judiciaire', 'milieu-ouvert', null, null),
  ('AEMO_HEBERGEMENT', 'judiciaire', 'milieu-ouvert', null, null),
  ('OBLIGATION_PART', 'judiciaire', null, null, null),
  ('PLACEMENT_AUTRE_PARENT', 'judiciaire', 'hebergement', null, null),
  ('PLACEMENT_TDC', 'judiciaire', 'hebergement', null, null),
  ('PLACEMENT_ASE', 'judiciaire', 'hebergement', null, null),
  ('PLACEMENT_DIRECT', 'judiciaire', 'hebergement', null, null),
  ('PLACEMENT_SANTE_EDUC', 'judiciaire', 'hebergement', null, null),
  ('PLACEMENT_PSY', 'judiciaire', null, null, null),
  ('OPP_JUGE', 'judiciaire', 'hebergement', null, null),
  ('OPP_PARQUET', 'judiciaire', 'hebergement', null, null),
  ('MJAGBF', 'judiciaire', null, null, null),
  ('MEDIATION_JE', 'judiciaire', null, null, null),
  ('IST', 'judiciaire', null, null, null),
  ('DAP_VOLONTAIRE', 'judiciaire', null, null, null),
  ('DAP_FORCEE', 'judiciaire', null, null, null),
  ('TUTELLE_DEP', 'judiciaire', null, null, null),
  ('RETRAIT_AP', 'judiciaire', null, null, null),
  ('DELAISSEMENT', 'judiciaire', null, null, null),
  ('JAF_TIERS', 'judiciaire', null, null, null),
  ('PLACEMENT_PENAL_ASE', 'judiciaire', null, null, null),
  ('PEAD', 'judiciaire', 'milieu-ouvert', null, '2024-10-02');

create table mesures.mesure (
  id uuid primary key,
  enfant_id uuid not null references enfants.enfant,
  code text not null references mesures.nomenclature,
  -- Copiés de la nomenclature par mesures.poser_code.
  origine text not null,
  groupe text,
  -- Le territoire qui la porte.
  unite_id uuid not null references organisation.unite,
  -- Qui l'exerce, et qui en répond là-bas.
  service text,
  service_contact text,
  etat text not null check (etat in ('demandee', 'proposee', 'accord-recueilli', 'decidee', 'en-attente-execution', 'en-cours', 'suspendue',
    'en-renouvellement', 'renouvelee', 'terminee', 'mainlevee', 'echue-sans-decision', 'transferee', 'refusee', 'annulee')),
  demandee_le date not null,
  motif text,
  objectifs text,
  -- Ce qui suit est tenu par mesures.tenir_mesure depuis les décisions et l'exécution : jamais saisi.
  -- Les jours que couvrent les décisions en vigueur, arrêtés au dernier jour de la mesure si elle a fini avant.
  periode daterange check (not isempty(periode)),
  decidee_le date,
  debut_le date,
  finie_le date,
  cree_par uuid references organisation.agent,
  cree_le timestamptz not null default transaction_timestamp(),
  version integer not null default 1,
  check (etat not in ('decidee', 'en-attente-execution', 'en-cours', 'suspendue', 'en-renouvellement', 'renouvelee') or decidee_le is not null),
  check (etat not in ('en-cours', 'suspendue') or debut_le is not null),
  check (etat not in ('terminee', 'mainlevee', 'transferee') or finie_le is not null),
  constraint mesure_un_titre exclude using gist ((enfant_id::text) with =, groupe with =, periode with &&) where (groupe is not null)
);
create index on mesures.mesure (enfant_id);
create index on mesures.mesure (unite_id, etat);
create index on mesures.mesure (decidee_le) include (unite_id, enfant_id) where etat in ('decidee', 'en-attente-execution');
create index on mesures.mesure ((upper(periode))) where etat not in ('terminee', 'mainlevee', 'transferee', 'refusee', 'annulee');
create index on mesures.mesure (demandee_le desc, id);

create table mesures.decision (
  id uuid primary key,
  mesure_id uuid not null references mesures.mesure on delete cascade,
  -- Prises par un même acte, pour des frères et sœurs ou pour plusieurs mesures.
  lot_id uuid not null,
  nature text not null check (nature in ('initiale', 'renouvellement', 'prorogation', 'modification', 'mainlevee', 'refus', 'annulation')),
  le date not null,
  -- Quand l'heure compte : un accueil de 72 heures.
  instant timestamptz check ((instant at time zone 'Europe/Paris')::date = le),
  du date,
  au date,
  -- Reçue d'une autre autorité.
  recue_le date,
  juridiction text,
  juge text,
  numero text,
  -- L'autorité, quand ce n'est pas celle que le code désigne : le parquet, pour une interdiction de sortie du territoire.
  decideur text check (decideur in ('president', 'service', 'prefet', 'juge', 'parquet', 'jaf', 'juge-tutelles', 'tribunal', 'juge-penal')),
  -- Le juge du lieu où l'enfant a été trouvé, et non de son domicile.
  lieu_decouverte boolean not null default false,
  -- Signée au nom du président, par la délégation de cet arrêté.
  signataire_id uuid references organisation.agent,
  arrete_numero text,
  fondement text,
  motifs text,
  confie_a text check (confie_a in ('ase', 'parent', 'tiers', 'etablissement')),
  confie_precision text,
  droits_visite text,
  rapport_tous_les_mois integer check (rapport_tous_les_mois between 1 and 36),
  sans_audition boolean not null default false,
  -- Remplace celle-ci, qui reste lisible ; « annulation » : elle n'aurait pas dû être inscrite.
  corrige_id uuid unique references mesures.decision,
  correction_motif text,
  par_id uuid references organisation.agent,
  inscrite_le timestamptz not null default transaction_timestamp(),
  constraint decision_ordre check (au >= du),
  constraint decision_recue check (recue_le >= le),
  constraint decision_auteur check (num_nonnulls(signataire_id, juridiction) = 1 and (signataire_id is null) = (arrete_numero is null)),
  constraint decision_motivee check (signataire_id is null or motifs is not null),
  check (nature in ('mainlevee', 'refus', 'annulation') or du is not null),
  check (nature <> 'annulation' or corrige_id is not null),
  check ((corrige_id is not null) = (correction_motif is not null))
);
create index on mesures.decision (mesure_id);
create index on mesures.decision (lot_id);

create table mesures.avis (
  id uuid primary key,
  mesure_id uuid not null references mesures.mesure on delete cascade,
  sens text not null check (sens in ('favorable', 'reserve', 'defavorable')),
  motif text not null,
  le date not null,
  par_id uuid references organisation.agent,
  inscrit_le timestamptz not null default transaction_timestamp()
);
create index on mesures.avis (mesure_id);

-- L'accord de la famille ou du jeune, son refus, son retrait : une ligne à chaque fois (CASF L223-2).
create table mesures.accord (
  id uuid primary key,
  mesure_id uuid not null references mesures.mesure on delete cascade,
  nature text not null check (nature in ('accord', 'refus', 'retrait')),
  forme text check (forme in ('ecrit', 'oral')),
  -- Qui : « Mme Martin, mère ».
  par text not null,
  le date not null,
  precision text,
  par_id uuid references organisation.agent,
  inscrit_le timestamptz not null default transaction_timestamp(),
  check ((nature = 'accord') <= (forme is not null))
);
create index on mesures.accord (mesure_id);

create table mesures.execution (
  id uuid primary key,
  mesure_id uuid not null references mesures.mesure on delete cascade,
  nature text not null check (nature in ('attente', 'debut-effectif', 'suspension', 'reprise', 'fin')),
  -- Attente : depuis ce jour. Fin : le dernier jour.
  le date not null,
  instant timestamptz check ((instant at time zone 'Europe/Paris')::date = le),
  raison text,
  -- Qui tient la suite tant qu'elle attend : un agent d'ici, ou un service nommé.
  detenteur_id uuid references organisation.agent,
  detenteur text,
  risque text,
  motif text check (motif in ('ECHEANCE', 'OBJECTIFS_ATTEINTS', 'MAINLEVEE_JUGE', 'RETRAIT_ACCORD_PARENTAL', 'MAJORITE', 'EMANCIPATION',
    'CHANGEMENT_MESURE', 'DEMENAGEMENT', 'ADOPTION', 'RETOUR_FAMILLE', 'DECES', 'NON_LIEU', 'REFUS_JEUNE')),
  precision text,
  corrige_id uuid unique references mesures.execution,
  -- Une correction qui ôte : cela n'a pas eu lieu.
  annule boolean not null default false,
  correction_motif text,
  par_id uuid references organisation.agent,
  inscrite_le timestamptz not null default transaction_timestamp(),
  check ((nature = 'attente') = (raison is not null)),
  check (nature = 'attente' or num_nonnulls(detenteur_id, detenteur, risque) = 0),
  constraint execution_detenteur check (nature <> 'attente' or annule or num_nonnulls(detenteur_id, detenteur) = 1),
  check ((nature = 'fin') = (motif is not null)),
  check (not annule or corrige_id is not null),
  check ((corrige_id is not null) = (correction_motif is not null))
);
create index on mesures.execution (mesure_id);

-- Ce qui a été fait pour un enfant et n'a pas encore sa page : « C'est fait le … ». Le type est celui d'un fait de docs/simulation.md.
create table mesures.acte (
  id uuid primary key,
  enfant_id uuid not null references enfants.enfant,
  mesure_id uuid references mesures.mesure on delete cascade,
  type text not null check (type ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  le date not null,
  instant timestamptz check ((instant at time zone 'Europe/Paris')::date = le),
  donnees jsonb not null default '{}' check (jsonb_typeof(donnees) = 'object'),
  par_id uuid references organisation.agent,
  inscrit_le timestamptz not null default transaction_timestamp(),
  annule_le date,
  annule_par uuid references organisation.agent,
  annule_motif text,
  check (num_nonnulls(annule_le, annule_par, annule_motif) in (0, 3))
);
create index on mesures.acte (enfant_id);
create index on mesures.acte (mesure_id) where mesure_id is not null;

create function mesures.poser_code() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  select n.origine, n.groupe into new.origine, new.groupe from mesures.nomenclature n where n.code = new.code;
  return new;
end $$;
create trigger poser_code before insert on mesures.mesure for each row execute function mesures.poser_code();
create trigger signer_creation before insert or update on mesures.mesure for each row execute function enfants.signer_creation();

-- Qui inscrit et quand ne se choisissent pas.
create function mesures.signer() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if acces.session_ouverte() then new.par_id := acces.agent_courant(); end if;
  return new;
end $$;
create trigger a_signer before insert on mesures.decision for each row execute function mesures.signer();
create trigger a_signer before insert on mesures.avis for each row execute function mesures.signer();
create trigger a_signer before insert on mesures.accord for each row execute function mesures.signer();
create trigger a_signer before insert on mesures.execution for each row execute function mesures.signer();
create trigger a_signer before insert on mesures.acte for each row execute function mesures.signer();

-- Une décision ne précède pas la naissance, n'est pas à venir, émane de qui peut la prendre, et ne crée pas un code interdit.
create function mesures.garder_decision() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  m record;
  refus text;
begin
  select n.*, p.date_naissance into m
    from mesures.mesure x join mesures.nomenclature n on n.code = x.code join enfants.personne p on p.id = x.enfant_id where x.id = new.mesure_id;
  refus := case
    when new.le < m.date_naissance then 'decision_naissance'
    when new.le > acces.aujourdhui() or new.recue_le > acces.aujourdhui() then 'decision_a_venir'
    when (new.signataire_id is not null) <> (m.acte_delegue is not null) then 'decision_autorite'
    when new.nature = 'initiale' and new.le >= m.interdite_le then 'decision_code_interdit'
    when new.corrige_id is not null and not exists (
      select 1 from mesures.decision c where c.id = new.corrige_id and c.mesure_id = new.mesure_id) then 'decision_corrigee' end;
  if refus is not null then raise exception 'Décision impossible : %', refus using errcode = '23514', constraint = refus; end if;
  return new;
end $$;
create trigger garder_decision before insert on mesures.decision for each row execute function mesures.garder_decision();

-- Rien ne s'exécute avant d'être décidé, ni demain ; une correction porte sur la même mesure.
create function mesures.garder_execution() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  decidee date;
  refus text;
begin
  select x.decidee_le into decidee from mesures.mesure x where x.id = new.mesure_id;
  refus := case
    when new.le > acces.aujourdhui() then 'execution_a_venir'
    when not new.annule and (decidee is null or new.le < decidee) then 'execution_avant_decision'
    when new.corrige_id is not null and not exists (
      select 1 from mesures.execution c where c.id = new.corrige_id and c.mesure_id = new.mesure_id and c.nature = new.nature) then 'execution_corrigee' end;
  if refus is not null then raise exception 'Exécution impossible : %', refus using errcode = '23514', constraint = refus; end if;
  return new;
end $$;
create trigger garder_execution before insert on mesures.execution for each row execute function mesures.garder_execution();

create view mesures.decision_en_vigueur with (security_invoker = true) as
  select d.* from mesures.decision d
  where d.nature <> 'annulation' and not exists (select 1 from mesures.decision c where c.corrige_id = d.id);
create view mesures.execution_en_vigueur with (security_invoker = true) as
  select e.* from mesures.execution e
  where not e.annule and not exists (select 1 from mesures.execution c where c.corrige_id = e.id);

-- Ce que la mesure couvre, de la première à la dernière de ses décisions en vigueur. Une modification sans fin garde celle d'avant.
create function mesures.tenir_couverture() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update mesures.mesure m set decidee_le = v.decidee_le,
    periode = case when v.du <= least(v.au, m.finie_le) or (v.au is null and m.finie_le is null) then daterange(v.du, least(v.au, m.finie_le), '[]') end
  from (
    select t.mesure_id, min(d.le) filter (where d.nature = 'initiale') as decidee_le, min(d.du) as du,
      (array_agg(d.au order by d.du desc, d.le desc, d.id desc) filter (where d.nature <> 'modification' or d.au is not null))[1] as au
    from (select distinct n.mesure_id from nouvelles n) t
      left join mesures.decision_en_vigueur d on d.mesure_id = t.mesure_id and d.nature not in ('mainlevee', 'refus')
    group by t.mesure_id) v
  where m.id = v.mesure_id;
  return null;
end $$;
create trigger tenir_couverture after insert on mesures.decision referencing new table as nouvelles
  for each statement execute function mesures.tenir_couverture();

create function mesures.tenir_execution() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update mesures.mesure m set debut_le = v.debut_le, finie_le = v.finie_le,
    periode = case when v.du <= least(v.au, v.finie_le) or (v.au is null and v.finie_le is null) then daterange(v.du, least(v.au, v.finie_le), '[]') end
  from (
    select t.mesure_id,
      (select min(e.le) from mesures.execution_en_vigueur e where e.mesure_id = t.mesure_id and e.nature = 'debut-effectif') as debut_le,
      (select max(e.le) from mesures.execution_en_vigueur e where e.mesure_id = t.mesure_id and e.nature = 'fin') as finie_le,
      (select min(d.du) from mesures.decision_en_vigueur d where d.mesure_id = t.mesure_id and d.nature not in ('mainlevee', 'refus')) as du,
      (select d.au from mesures.decision_en_vigueur d where d.mesure_id = t.mesure_id and d.nature not in ('mainlevee', 'refus')
        and (d.nature <> 'modification' or d.au is not null) order by d.du desc, d.le desc, d.id desc limit 1) as au
    from (select distinct n.mesure_id from nouvelles n where n.nature in ('debut-effectif', 'fin')) t) v
  where m.id = v.mesure_id;
  return null;
end $$;
create trigger tenir_execution after insert on mesures.execution referencing new table as nouvelles
  for each statement execute function mesures.tenir_execution();

-- Les faits d'où naît ce que la loi doit à l'enfant, dans les mots de docs/simulation.md. Une correction efface ce qu'elle remplace.
create view mesures.fait with (security_invoker = true) as
  select m.enfant_id, 'demande' as type, m.demandee_le as date, null::timestamptz as instant, m.id as mesure_id,
    jsonb_build_object('code', m.code) as donnees
  from mesures.mesure m where m.etat <> 'annulee'
  union all
  select m.enfant_id, case a.nature when 'accord' then 'accord' else 'retrait-accord' end, a.le, null, m.id,
    case a.nature when 'accord' then jsonb_build_object('forme', a.forme, 'par', a.par) else '{}' end
  from mesures.accord a join mesures.mesure m on m.id = a.mesure_id where m.etat <> 'annulee'
  union all
  select m.enfant_id, 'decision', d.le, d.instant, m.id,
    jsonb_strip_nulls(jsonb_build_object('code', m.code, 'nature', d.nature, 'du', d.du, 'au', d.au, 'recueLe', d.recue_le, 'confieA', d.confie_a,
      'decideur', d.decideur, 'rapportTousLesMois', d.rapport_tous_les_mois, 'sansAudition', case when d.sans_audition then true end,
      'lieuDecouverte', case when d.lieu_decouverte then true end))
  from mesures.decision_en_vigueur d join mesures.mesure m on m.id = d.mesure_id
  where m.etat <> 'annulee' and d.nature not in ('mainlevee', 'refus')
  union all
  select m.enfant_id, case e.nature when 'reprise' then 'reprise-mesure' when 'fin' then 'fin-mesure' else e.nature end, e.le, e.instant, m.id,
    case e.nature when 'fin' then jsonb_build_object('motif', e.motif) else '{}' end
  from mesures.execution_en_vigueur e join mesures.mesure m on m.id = e.mesure_id
  where m.etat <> 'annulee' and e.nature <> 'attente'
  union all
  select c.enfant_id, c.type, c.le, c.instant, c.mesure_id, c.donnees
  from mesures.acte c left join mesures.mesure m on m.id = c.mesure_id
  where c.annule_le is null and m.etat is distinct from 'annulee';

-- Qui voit l'enfant voit ses mesures ; une à la fois, par sa clé.
create function acces.voit_mesure(mesure uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select 1 from mesures.mesure m where m.id = mesure and acces.voit_enfant(m.enfant_id));
end $$;

-- La signature de l'agent vaut-elle pour cette mesure ce jour (CGCT L3221-3) ?
create function acces.signe_mesure(mesure uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select 1 from mesures.mesure m join mesures.nomenclature n on n.code = m.code
    where m.id = mesure and acces.signature_vaut(acces.agent_courant(), n.acte_delegue, m.unite_id, acces.aujourdhui()));
end $$;

-- Le territoire qui suit l'enfant porte ses mesures ; à défaut, une unité de l'agent : nul ne choisit sous quelle délégation il signe.
create function acces.porte_mesures(enfant uuid, unite uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(
    (select m.unite_id = unite from enfants.mission m
      where m.enfant_id = enfant and m.nature = 'territoire' and m.periode @> acces.aujourdhui()),
    unite = any (acces.unites_courantes()));
end $$;

-- Les mesures des enfants que l'agent voit, par ensembles, pour les listes : même prédicat que acces.voit_enfant, et des tirages les confrontent.
create view acces.mes_mesures with (security_barrier = true) as
  select m.id, m.enfant_id, m.code, m.origine, m.groupe, m.unite_id, m.service, m.etat, m.periode, m.demandee_le, m.decidee_le, m.debut_le,
    m.finie_le, m.version, e.numero, e.restreint, p.nom, p.nom_usage, p.prenom, p.tri, p.recherche, p.date_naissance
  from mesures.mesure m join enfants.enfant e on e.id = m.enfant_id join enfants.personne p on p.id = e.id
  where case when e.restreint
      then e.id in (select n.enfant_id from acces.mes_enfants_nommes n)
      else e.id in (select d.enfant_id from acces.mes_enfants_du_jour d)
        or (e.clos_le < (select acces.aujourdhui()) and e.id in (select c.enfant_id from acces.mes_enfants_clos c))
    end;
