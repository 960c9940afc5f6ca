-- Le relais : un référent confie ses enfants à un collègue, d'un jour à un jour. Rien n'est copié : ce que le collègue voit se
-- déduit chaque jour des missions de celui qu'il relaie, et s'arrête de lui-même. Une période vide : arrêté avant d'avoir servi.
create table enfants.relais (
  id uuid primary key,
  agent_id uuid not null references organisation.agent,
  relais_id uuid not null references organisation.agent,
  periode daterange not null,
  motif text not null,
  par_id uuid not null default acces.agent_courant() references organisation.agent,
  cree_le timestamptz not null default transaction_timestamp(),
  version integer not null default 1,
  constraint relais_d_un_autre check (agent_id <> relais_id),
  constraint relais_borne check (isempty(periode) or not (lower_inf(periode) or upper_inf(periode))),
  constraint relais_un_a_la_fois exclude using gist ((agent_id::text) with =, periode with &&)
);
create index relais_agent on enfants.relais (agent_id);
create index relais_relais on enfants.relais (relais_id) include (periode, agent_id);
create index relais_par on enfants.relais (par_id);

-- Ceux que je relaie ce jour. Un relais ne se relaie pas : il ne donne que les missions de la personne elle-même.
create function acces.relayes() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return array(select r.agent_id from enfants.relais r where r.relais_id = (select acces.agent_courant())
    and r.periode @> (select acces.aujourdhui()) and (select acces.peut('enfants.lire-mission')));
end $$;

-- Qui relaie qui ce jour, sans dire pourquoi : le dossier d'un enfant le montre à qui le lit.
create view acces.relais_du_jour with (security_barrier = true) as
  select r.agent_id, r.relais_id, upper(r.periode) - 1 as jusqu_au from enfants.relais r
  where r.periode @> (select acces.aujourdhui()) and (select acces.session_ouverte());

-- Confier les enfants d'un référent : lui-même, ou qui donne des missions et encadre son unité.
create function acces.peut_confier(agent uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(agent = acces.agent_courant(), false)
    or (acces.peut('enfants.affecter') and exists (select 1 from acces.mon_equipe e where e.agent_id = agent));
end $$;

-- À qui : un collègue de son unité, de celle dont elle dépend ou d'une voisine ; qui l'encadre choisit aussi dans son périmètre.
create function acces.collegues_de(agent uuid) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  jour date := acces.aujourdhui();
  perimetre uuid[] := case when acces.peut('enfants.affecter') then acces.unites_courantes() else '{}' end;
begin
  return query
    with siennes as materialized (
      select u.id, u.parent_id from organisation.affectation f join organisation.poste p on p.id = f.poste_id
        join organisation.unite u on u.id = p.unite_id where f.agent_id = agent and f.periode @> jour),
    proches as materialized (
      select u.id from organisation.unite u
      where u.id = any (perimetre) or exists (select 1 from siennes s where u.id in (s.id, s.parent_id) or u.parent_id = s.parent_id))
    select distinct f.agent_id from proches u join organisation.poste p on p.unite_id = u.id
      join organisation.affectation f on f.poste_id = p.id and f.periode @> jour
      join organisation.agent a on a.id = f.agent_id and a.nature = 'personne' and a.periode @> jour
    where f.agent_id <> agent
      and p.profil in (select h.profil from acces.habilitation_profil h where h.habilitation = 'enfants.lire-mission');
end $$;

-- Arrêter un relais : il ne vaut plus dès ce jour. Rien d'autre d'un relais ne se change.
create function enfants.arreter_relais(ligne uuid, lue integer) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update enfants.relais r set periode = r.periode * daterange(null, acces.aujourdhui()), version = r.version + 1
    where r.id = ligne and r.version = lue and upper(r.periode) > acces.aujourdhui() and acces.peut_confier(r.agent_id);
  return found;
end $$;

-- Les mêmes raisons de voir qu'avant, et celle du relais : la mission de référent de qui je relaie.
create or replace view acces.enfants_de_mes_missions as
  select m.enfant_id from enfants.mission m
    where m.agent_id = (select acces.agent_courant()) and m.periode @> (select acces.aujourdhui())
      and (select acces.peut('enfants.lire-mission'))
  union all
  select m.enfant_id from enfants.mission m
    where m.agent_id = any ((select acces.relayes())::uuid[]) and m.nature = 'referent' and m.periode @> (select acces.aujourdhui())
  union all
  select m.enfant_id from enfants.mission m
    where m.unite_id = any ((select acces.unites_courantes())::uuid[]) and m.periode @> (select acces.aujourdhui())
      and (select acces.peut('enfants.lire-perimetre'));

create or replace view acces.enfants_que_je_suis as
  select e.id as enfant_id from enfants.enfant e
  where case when e.restreint
    then exists (select 1 from acces.mes_enfants_nommes n where n.enfant_id = e.id)
    else exists (select 1 from acces.enfants_de_mes_missions m where m.enfant_id = e.id)
  end;

create or replace view acces.mes_enfants_hors_territoire as
  select m.enfant_id from enfants.mission m
    where m.agent_id = (select acces.agent_courant()) and m.periode @> (select acces.aujourdhui()) and (select acces.peut('enfants.lire-mission'))
  union all
  select m.enfant_id from enfants.mission m
    where m.agent_id = any ((select acces.relayes())::uuid[]) and m.nature = 'referent' and m.periode @> (select acces.aujourdhui())
  union all
  select m.enfant_id from enfants.mission m
    where m.unite_id = any ((select acces.unites_courantes())::uuid[]) and m.nature <> 'territoire' and m.periode @> (select acces.aujourdhui())
      and (select acces.peut('enfants.lire-perimetre'))
  union all
  select b.enfant_id from enfants.bris_de_glace b where b.agent_id = (select acces.agent_courant()) and b.expire_le > now();

create or replace function acces.voit_enfant(enfant uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  moi uuid;
  unites uuid[];
  habilitations text[];
  jour date;
begin
  if not acces.session_ouverte() then return false; end if;
  moi := nullif(current_setting('marelle.agent', true), '')::uuid;
  unites := current_setting('marelle.unites', true)::uuid[];
  habilitations := current_setting('marelle.habilitations', true)::text[];
  jour := acces.aujourdhui();
  return exists (select 1 from enfants.enfant e where e.id = enfant and case when e.restreint
    then exists (select 1 from enfants.acces_nomme n where n.enfant_id = e.id and n.agent_id = moi and n.periode @> jour)
    else exists (select 1 from enfants.mission m where m.enfant_id = e.id and (
        (m.agent_id = moi and m.periode @> jour and 'enfants.lire-mission' = any (habilitations))
        or (m.unite_id = any (unites) and m.periode @> jour and 'enfants.lire-perimetre' = any (habilitations))
        or (m.unite_id = any (unites) and e.clos_le < jour and 'enfants.lire-clos' = any (habilitations))))
      or exists (select 1 from enfants.bris_de_glace b where b.enfant_id = e.id and b.agent_id = moi and b.expire_le > now())
      or ('enfants.lire-mission' = any (habilitations) and exists (
        select 1 from enfants.relais r join enfants.mission m on m.agent_id = r.agent_id and m.enfant_id = e.id
          where r.relais_id = moi and r.periode @> jour and m.nature = 'referent' and m.periode @> jour))
    end);
end $$;
