-- Ce qui va au-devant des personnes : courriels, escalades, calendriers. Des initiales et des liens ; jamais un nom, une naissance, un récit.
create schema alertes;

-- Ce qu'un agent veut au-delà du minimum. Sans ligne, il reçoit tout.
create table alertes.preference (
  agent_id uuid primary key references organisation.agent on delete cascade,
  matin text not null check (matin in ('chaque-jour', 'nouveautes', 'critiques')),
  semaine boolean not null,
  modifiee_le timestamptz not null default transaction_timestamp()
);

-- Le tour du matin se fait une fois par jour, quel que soit le nombre d'essais.
create table alertes.tournee (
  jour date primary key,
  faite_le timestamptz not null default transaction_timestamp()
);

-- Les courriels, écrits dans la transaction de ce qui les fait naître, envoyés ensuite. L'identifiant est aussi celui du message.
create table alertes.courriel (
  id uuid primary key,
  agent_id uuid not null references organisation.agent,
  nature text not null check (nature in ('matin', 'semaine', 'escalade')),
  jour date not null,
  objet text not null,
  corps text not null,
  -- L'ordre d'envoi.
  rang bigint not null generated always as identity,
  etat text not null default 'a-envoyer' check (etat in ('a-envoyer', 'envoye', 'remplace', 'abandonne')),
  essais integer not null default 0,
  -- Pris par un envoi, il ne l'est par aucun autre avant ce moment.
  prochain_essai_le timestamptz not null default transaction_timestamp(),
  -- Le code du dernier refus, jamais sa phrase.
  refus text,
  ecrit_le timestamptz not null default transaction_timestamp(),
  clos_le timestamptz,
  constraint courriel_une_fois unique (agent_id, nature, jour),
  constraint courriel_clos check ((etat = 'a-envoyer') = (clos_le is null))
);
create index courriel_a_envoyer on alertes.courriel (rang) where etat = 'a-envoyer';
create index courriel_clos_le on alertes.courriel (clos_le) where clos_le is not null;

-- Un retard porté au supérieur de qui le tient, une fois par obligation et par niveau. L'échéance peut avoir disparu depuis.
create table alertes.escalade (
  id uuid primary key,
  enfant_id uuid references enfants.enfant on delete cascade,
  information_id uuid references ip.information on delete cascade,
  regle text not null,
  cle text not null,
  niveau integer not null check (niveau between 1 and 3),
  libelle text not null,
  gravite text not null check (gravite in ('critique', 'normale')),
  pour date not null,
  restreint boolean not null,
  agent_id uuid not null references organisation.agent,
  superieur_id uuid not null references organisation.agent,
  le date not null,
  constraint escalade_objet check (num_nonnulls(enfant_id, information_id) = 1),
  constraint escalade_une_fois unique nulls not distinct (enfant_id, information_id, regle, cle, niveau)
);
create index escalade_superieur on alertes.escalade (superieur_id, le desc);
create index escalade_agent on alertes.escalade (agent_id, le desc);

-- L'adresse secrète d'un calendrier : seule son empreinte est gardée.
create table alertes.calendrier (
  id uuid primary key,
  agent_id uuid not null references organisation.agent on delete cascade,
  empreinte text not null unique,
  cree_le timestamptz not null default transaction_timestamp(),
  lu_le timestamptz,
  revoque_le timestamptz
);
create unique index calendrier_un_ouvert on alertes.calendrier (agent_id) where revoque_le is null;

-- Ce que le calendrier d'un agent a publié : de quoi garder l'identité d'un rendez-vous, et dire trente jours qu'il est annulé.
create table alertes.rendez_vous (
  agent_id uuid not null references organisation.agent on delete cascade,
  uid text not null,
  -- Un jour, ou un instant ISO.
  quand text not null,
  titre text not null,
  lien text not null,
  sequence integer not null default 0,
  modifie_le timestamptz not null default date_trunc('second', transaction_timestamp()),
  annule_le timestamptz,
  primary key (agent_id, uid)
);

-- Reconnaît une adresse secrète, sans session : l'agent est ouvert pour lire, et rien d'autre. Un compte fermé ferme son calendrier.
create function acces.ouvrir_calendrier(empreinte_du_secret text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare trouve alertes.calendrier;
begin
  select c.* into trouve from alertes.calendrier c where c.empreinte = empreinte_du_secret and c.revoque_le is null;
  if not found or not exists (select 1 from comptes.utilisateur u where u.agent_id = trouve.agent_id and u.desactive_le is null) then
    return null;
  end if;
  update alertes.calendrier c set lu_le = now()
    where c.id in (select v.id from alertes.calendrier v where v.id = trouve.id for update skip locked);
  return acces.ouvrir_agent(trouve.agent_id, array['enfants.lire-mission', 'enfants.lire-perimetre', 'ip.lire-perimetre', 'ip.evaluer', 'ip.recueillir']);
end $$;

-- Un travail dit combien de fois il est repris après un échec.
alter table travaux.travail add column reprises integer not null default 4 check (reprises >= 0);
