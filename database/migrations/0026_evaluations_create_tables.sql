-- L'évaluation d'une information préoccupante : ses rencontres, ses avis, son rapport (CASF D226-2-3 à D226-2-7).
create table ip.rencontre (
  id uuid primary key,
  information_id uuid not null references ip.information on delete cascade,
  le date not null,
  lieu text not null check (lieu in ('domicile', 'service', 'ecole', 'etablissement', 'autre')),
  issue text not null check (issue in ('tenue', 'refusee', 'absence', 'impossible')),
  titulaires_presents boolean not null default false,
  -- IP-018 : le mineur sans ses parents, avec leur accord, ou pourquoi sans.
  mineur_seul boolean not null default false,
  accord_parental boolean,
  sans_accord_motif text,
  compte_rendu text,
  -- Qui l'a écrite en dernier.
  par_id uuid references organisation.agent,
  version integer not null default 1,
  check (mineur_seul = (accord_parental is not null)),
  check (not (mineur_seul and titulaires_presents)),
  check ((accord_parental is false) = (sans_accord_motif is not null))
);
create index on ip.rencontre (information_id);
create table ip.rencontre_mineur (
  rencontre_id uuid not null references ip.rencontre on delete cascade,
  mineur_id uuid not null references ip.mineur on delete cascade,
  primary key (rencontre_id, mineur_id)
);
create index on ip.rencontre_mineur (mineur_id);

-- Les avis recueillis (IP-016), ou pourquoi l'un manque.
create table ip.avis (
  id uuid primary key,
  information_id uuid not null references ip.information on delete cascade,
  aupres text not null check (aupres in ('mineur', 'titulaire', 'entourage', 'professionnel')),
  mineur_id uuid references ip.mineur on delete cascade,
  adulte_id uuid references ip.adulte on delete cascade,
  qui text,
  le date not null,
  recueilli boolean not null,
  teneur text,
  motif_absence text,
  par_id uuid references organisation.agent,
  version integer not null default 1,
  check (recueilli = (motif_absence is null)),
  check (recueilli <= (teneur is not null)),
  check ((aupres = 'mineur') = (mineur_id is not null)),
  check (adulte_id is null or aupres = 'titulaire')
);
create index on ip.avis (information_id);
create index on ip.avis (mineur_id) where mineur_id is not null;
create index on ip.avis (adulte_id) where adulte_id is not null;

-- Le rapport, rubrique par rubrique : deux personnes écrivent à la fois, chacune sa rubrique, sans se perdre.
create table ip.rubrique (
  information_id uuid not null references ip.information on delete cascade,
  -- Nul pour les rubriques communes au foyer.
  mineur_id uuid references ip.mineur on delete cascade,
  code text not null,
  texte text not null default '' check (length(texte) <= 50000),
  modifiee_par uuid references organisation.agent,
  modifiee_le timestamptz not null default transaction_timestamp(),
  version integer not null default 1,
  constraint rubrique_une unique nulls not distinct (information_id, mineur_id, code)
);
create index on ip.rubrique (mineur_id) where mineur_id is not null;
-- Ce que l'évaluation dit de sa rencontre avec chaque mineur, quand elle n'a pas pu se faire comme le texte le veut.
create table ip.volet (
  mineur_id uuid primary key references ip.mineur on delete cascade,
  information_id uuid not null references ip.information on delete cascade,
  -- IP-018 : pourquoi il n'a pas été vu sans ses parents.
  non_seul text check (non_seul in ('age', 'maturite', 'refus-titulaires', 'refus-mineur', 'autre')),
  non_seul_motif text,
  -- IP-019 : pourquoi il a été impossible de le rencontrer ; l'autorité judiciaire est alors saisie.
  impossible_motif text,
  modifie_par uuid references organisation.agent,
  check (non_seul is distinct from 'autre' or non_seul_motif is not null)
);
create index on ip.volet (information_id);
create table ip.rapport (
  information_id uuid primary key references ip.information on delete cascade,
  referentiel text not null,
  referentiel_version text not null,
  conclusion text check (conclusion in ('danger', 'risque', 'infirme')),
  proposition text check (proposition in ('classement', 'actions-adaptees', 'saisine')),
  argumentaire text,
  -- IP-031 : le danger est présumé, mais la situation n'a pas pu être évaluée.
  evaluation_impossible boolean not null default false,
  -- IP-017 : pourquoi aucune rencontre n'a eu lieu au domicile avec le mineur et les titulaires.
  sans_domicile_motif text,
  remis_le date,
  remis_par uuid references organisation.agent,
  valide_le date,
  valide_par uuid references organisation.agent,
  version integer not null default 1,
  check ((remis_le is null) = (remis_par is null)),
  check ((valide_le is null) = (valide_par is null)),
  check (valide_le is null or remis_le is not null)
);

-- De l'équipe d'évaluation de ce jour.
create function acces.evalue_information(information uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select 1 from acces.mes_evaluations e where e.information_id = information)
    and not exists (select 1 from acces.informations_restreintes r where r.information_id = information);
end $$;

-- Est évaluateur qui tient ce jour un poste dont le profil évalue.
create function ip.garder_evaluateur() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if acces.session_ouverte() and not exists (
    select 1 from organisation.affectation f join organisation.poste p on p.id = f.poste_id
      join acces.habilitation_profil h on h.profil = p.profil and h.habilitation = 'ip.evaluer'
    where f.agent_id = new.agent_id and f.periode @> acces.aujourdhui() and p.periode @> acces.aujourdhui()) then
    raise exception 'Cet agent n''évalue pas' using errcode = '23514', constraint = 'evaluateur_habilite';
  end if;
  return new;
end $$;
create trigger garder_evaluateur before insert on ip.evaluateur for each row execute function ip.garder_evaluateur();

-- Le fond du rapport est l'œuvre de l'équipe et ne change plus une fois remis ; qui a évalué ou écrit ne valide pas.
create function ip.garder_rapport() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  moi uuid := acces.agent_courant();
begin
  if new.valide_par is not null and (
    exists (select 1 from ip.evaluateur e where e.information_id = new.information_id and e.agent_id = new.valide_par)
    or exists (select 1 from ip.rubrique r where r.information_id = new.information_id and r.modifiee_par = new.valide_par)) then
    raise exception 'Qui a évalué ne valide pas' using errcode = '23514', constraint = 'rapport_valideur';
  end if;
  if moi is null or tg_op = 'INSERT' then return new; end if;
  if (new.referentiel, new.referentiel_version, new.conclusion, new.proposition, new.argumentaire, new.evaluation_impossible, new.sans_domicile_motif)
    is distinct from (old.referentiel, old.referentiel_version, old.conclusion, old.proposition, old.argumentaire, old.evaluation_impossible, old.sans_domicile_motif)
    and (old.remis_le is not null or not exists (select 1 from acces.mes_evaluations e where e.information_id = new.information_id)) then
    raise exception 'Le rapport est à son équipe, jusqu''à sa remise' using errcode = '42501';
  end if;
  if new.remis_par is distinct from old.remis_par and new.remis_par is not null
    and (new.remis_par <> moi or not exists (select 1 from acces.mes_evaluations e where e.information_id = new.information_id)) then
    raise exception 'Le rapport est remis par son équipe' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger garder_rapport before insert or update on ip.rapport for each row execute function ip.garder_rapport();

-- La charge d'évaluation de ces agents ce jour, en nombres seulement : les compter ne demande pas de voir leurs situations.
create function ip.charges(agents uuid[]) returns table (agent_id uuid, en_cours integer, en_retard integer)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not acces.peut('ip.attribuer') then return; end if;
  return query
    select e.agent_id, count(*)::integer, count(*) filter (where i.echeance < acces.aujourdhui())::integer
    from ip.evaluateur e join ip.information i on i.id = e.information_id
    where e.agent_id = any (agents) and e.periode @> acces.aujourdhui() and i.etat in ('attribuee', 'en-evaluation', 'suspendue')
    group by e.agent_id;
end $$;
