-- Ce qui suit une évaluation : la décision, ce qu'elle met en place, le signalement, ce que l'on dit à chacun.
-- La décision du président, par qui a délégation ce jour ; une seule par information (IP-021).
create table ip.decision (
  information_id uuid primary key references ip.information on delete cascade,
  decision text not null check (decision in ('classement', 'actions-adaptees', 'saisine')),
  motif text not null,
  motif_ecart text,
  decidee_le date not null,
  signataire_id uuid not null references organisation.agent,
  arrete_numero text not null
);

-- Ce que des actions adaptées demandent de mettre en place, pour un mineur, en attendant la mesure : l'accord écrit d'abord (CASF L223-2).
create table ip.mesure_envisagee (
  id uuid primary key,
  information_id uuid not null references ip.decision on delete cascade,
  mineur_id uuid not null references ip.mineur on delete cascade,
  nature text not null check (nature in ('aed', 'tisf', 'aesf', 'accueil-jour', 'accueil-provisoire', 'aide-financiere', 'suivi-social', 'droit-commun')),
  accord text not null check (accord in ('sans-objet', 'a-recueillir', 'recueilli', 'refuse')),
  accord_le date,
  par_id uuid references organisation.agent,
  version integer not null default 1,
  constraint mesure_envisagee_une_fois unique (information_id, mineur_id, nature),
  check ((accord in ('recueilli', 'refuse')) = (accord_le is not null))
);
create index on ip.mesure_envisagee (mineur_id);

-- L'écrit au parquet (CASF L226-4), pendant l'évaluation ou à sa fin.
create table ip.signalement (
  id uuid primary key,
  information_id uuid not null references ip.information on delete cascade,
  etat text not null default 'brouillon' check (etat in ('brouillon', 'valide', 'envoye', 'accuse', 'suites-connues', 'abandonne')),
  urgent boolean not null default false,
  autorite text not null,
  motif text not null check (motif in ('echec-prestations', 'refus-famille', 'impossibilite-collaborer', 'danger-grave-immediat', 'evaluation-impossible')),
  actions_menees text,
  demandes text[] not null default '{}',
  argumentaire text,
  moyen text check (moyen in ('plateforme', 'courriel', 'courrier', 'main-propre', 'telephone-confirme')),
  valide_le date,
  signataire_id uuid references organisation.agent,
  arrete_numero text,
  envoye_a timestamptz,
  accuse_le date,
  -- IP-033
  relance_le date,
  suites_le date,
  suites text,
  suites_nature text check (suites_nature in ('saisine-juge', 'opp', 'enquete', 'classement', 'retour-administratif', 'autre')),
  motif_abandon text,
  -- Jour où les parents en ont été informés par écrit, ou dispensés de l'être (IP-023), tenu par ip.noter_dit.
  dit_le date,
  cree_par uuid references organisation.agent,
  cree_le timestamptz not null default transaction_timestamp(),
  version integer not null default 1,
  check (etat in ('brouillon', 'abandonne') or (valide_le is not null and signataire_id is not null and arrete_numero is not null)),
  check (etat not in ('envoye', 'accuse', 'suites-connues') or (envoye_a is not null and moyen is not null)),
  check ((etat = 'abandonne') = (motif_abandon is not null)),
  check (etat <> 'accuse' or accuse_le is not null),
  check ((etat = 'suites-connues') = (suites_le is not null and suites_nature is not null))
);
create index on ip.signalement (information_id);
create index on ip.signalement (etat) where etat in ('brouillon', 'valide', 'envoye', 'accuse');
create index on ip.signalement (envoye_a) where envoye_a is not null and dit_le is null;
create index on ip.signalement (cree_le desc, id);
create unique index signalement_un_brouillon on ip.signalement (information_id) where etat = 'brouillon';

-- Ce que l'on devait dire, à qui, et quand on l'a dit : ouverture (IP-015), conclusions (IP-022), saisine (IP-023), source (IP-024, IP-025).
create table ip.information_donnee (
  id uuid primary key,
  information_id uuid not null references ip.information on delete cascade,
  objet text not null check (objet in ('reception', 'ouverture', 'conclusions', 'saisine', 'source', 'transfert')),
  a_qui text not null check (a_qui in ('titulaires', 'mineur', 'source')),
  -- Qui, précisément, quand on ne l'a pas dit à tous.
  precision_qui text,
  -- La saisine dont les parents sont informés.
  signalement_id uuid references ip.signalement on delete cascade,
  le date not null,
  forme text check (forme in ('entretien', 'courrier', 'courriel', 'telephone', 'remise')),
  -- L'intérêt contraire de l'enfant dispense, et se dit.
  dispense_motif text,
  par_id uuid references organisation.agent,
  check (num_nonnulls(forme, dispense_motif) = 1),
  check ((objet = 'saisine') = (signalement_id is not null)),
  constraint information_donnee_ecrite check (objet <> 'saisine' or a_qui <> 'titulaires' or dispense_motif is not null or forme in ('courrier', 'courriel', 'remise'))
);
create index on ip.information_donnee (signalement_id) where signalement_id is not null;
create index on ip.information_donnee (information_id);

-- Retient ce qui a été dit sur l'information et sur la saisine elles-mêmes.
create function ip.noter_dit() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update ip.information i set deja_dit = array(select distinct o from unnest(i.deja_dit || n.objets) o order by o)
  from (select d.information_id, array_agg(distinct d.objet) as objets from nouvelles d where d.a_qui <> 'mineur' group by d.information_id) n
  where i.id = n.information_id and not i.deja_dit @> n.objets;
  update ip.signalement s set dit_le = n.le
  from (select d.signalement_id, min(d.le) as le from nouvelles d where d.a_qui = 'titulaires' group by d.signalement_id) n
  where s.id = n.signalement_id and s.dit_le is null;
  return null;
end $$;
create trigger noter_dit after insert on ip.information_donnee referencing new table as nouvelles
  for each statement execute function ip.noter_dit();

create trigger signer_creation before insert or update on ip.signalement for each row execute function enfants.signer_creation();

-- Une délégation du président couvre-t-elle cet acte, dans cette unité ou une unité qui la contient, ce jour (CGCT L3221-3) ?
create function acces.signature_vaut(agent uuid, acte_signe text, unite uuid, jour date) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select 1 from organisation.delegation d join organisation.unite_ascendance a on a.ancetre_id = d.unite_id
    where a.unite_id = unite and d.agent_id = agent and d.acte = acte_signe and d.periode @> jour and d.arrete_le <= jour);
end $$;

-- Nul ne signe pour un autre ni sans délégation, et ce qui est signé ne change plus.
create function ip.garder_signalement() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not acces.session_ouverte() then return new; end if;
  if (new.information_id, new.urgent) is distinct from (old.information_id, old.urgent) then
    raise exception 'Un signalement ne change pas d''information' using errcode = '42501';
  end if;
  if (new.signataire_id, new.valide_le, new.arrete_numero) is distinct from (old.signataire_id, old.valide_le, old.arrete_numero)
    and (old.signataire_id is not null or new.signataire_id is distinct from acces.agent_courant() or new.valide_le is distinct from acces.aujourdhui()
      or not acces.signature_vaut(new.signataire_id, 'signalement.saisir', (select i.unite_id from ip.information i where i.id = new.information_id), new.valide_le)) then
    raise exception 'Signer un signalement demande une délégation' using errcode = '42501';
  end if;
  if old.etat <> 'brouillon' and (new.autorite, new.motif, new.actions_menees, new.demandes, new.argumentaire)
    is distinct from (old.autorite, old.motif, old.actions_menees, old.demandes, old.argumentaire) then
    raise exception 'Un signalement signé ne change plus' using errcode = '23514', constraint = 'signalement_signe';
  end if;
  return new;
end $$;
create trigger garder_signalement before update on ip.signalement for each row execute function ip.garder_signalement();

-- Ce que la loi veut avant de décider ou de clore : un rapport validé, la décision qui répond, les accords, le signalement parti.
create function ip.garder_suites() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare fonde boolean;
begin
  if not acces.session_ouverte() then return new; end if;
  fonde := case new.etat
    when 'decidee' then exists (select 1 from ip.rapport r where r.information_id = new.id and r.valide_le is not null)
    when 'close-classement' then exists (select 1 from ip.decision d where d.information_id = new.id and d.decision = 'classement')
    when 'close-administratif' then exists (select 1 from ip.decision d where d.information_id = new.id and d.decision = 'actions-adaptees')
      and not exists (select 1 from ip.mesure_envisagee m where m.information_id = new.id and m.accord = 'a-recueillir')
    when 'close-judiciaire' then old.etat = 'suspendue'
      or exists (select 1 from ip.signalement s where s.information_id = new.id and s.etat in ('envoye', 'accuse', 'suites-connues'))
    else true end;
  if not fonde or (new.etat like 'close-%' and exists (select 1 from ip.signalement s where s.information_id = new.id and s.etat = 'valide')) then
    raise exception 'Cet état demande un fait qui manque' using errcode = '23514', constraint = 'information_suites';
  end if;
  return new;
end $$;
create trigger garder_suites before update of etat on ip.information for each row
  when (old.etat is distinct from new.etat) execute function ip.garder_suites();
