-- Ce que le droit doit à un enfant, ou sur une information, tenu en lignes : calculé des faits, jamais saisi.
create schema echeances;

create table echeances.echeance (
  id uuid primary key default gen_random_uuid(),
  enfant_id uuid references enfants.enfant on delete cascade,
  information_id uuid references ip.information on delete cascade,
  regle text not null,
  -- Ce qui la distingue des autres de la même règle : la mesure, l'occurrence.
  cle text not null,
  mesure_id uuid,
  depuis date not null,
  pour date not null,
  instant timestamptz,
  statut text not null check (statut in ('ouverte', 'faite', 'eteinte')),
  faite_le date,
  acteur text not null,
  libelle text not null,
  gravite text not null check (gravite in ('critique', 'normale', 'information')),
  -- Qui doit agir, nommé ; nul : qui tient cet office dans l'unité.
  agent_id uuid references organisation.agent,
  unite_id uuid references organisation.unite,
  restreint boolean not null default false,
  etapes text[] not null default '{}',
  apparue_le timestamptz not null default transaction_timestamp(),
  constraint echeance_objet check (num_nonnulls(enfant_id, information_id) = 1),
  constraint echeance_faite check ((statut = 'faite') = (faite_le is not null))
);
create unique index echeance_enfant on echeances.echeance (enfant_id, regle, cle) where enfant_id is not null;
create unique index echeance_information on echeances.echeance (information_id, regle, cle) where information_id is not null;
create index echeance_unite on echeances.echeance (unite_id, pour) include (regle, acteur, gravite, agent_id, enfant_id, restreint)
  where statut = 'ouverte';
create index echeance_agent on echeances.echeance (agent_id, pour) include (regle, acteur, gravite, unite_id, enfant_id, restreint)
  where statut = 'ouverte' and agent_id is not null;
alter table echeances.echeance enable row level security;

-- Les enfants dont un fait a changé, par la transaction qui l'a changé : leurs échéances sont à recalculer avant qu'elle finisse.
create table echeances.a_revoir (
  enfant_id uuid not null,
  transaction xid8 not null default pg_current_xact_id(),
  marque_le timestamptz not null default clock_timestamp()
);
create index a_revoir_transaction on echeances.a_revoir (transaction);
create index a_revoir_enfant on echeances.a_revoir (enfant_id);
alter table echeances.a_revoir enable row level security;

create function echeances.marquer_enfants(enfants uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into echeances.a_revoir (enfant_id)
    select distinct t.id from unnest(enfants) t (id)
    where t.id is not null and not exists (
      select 1 from echeances.a_revoir r where r.enfant_id = t.id and r.transaction = pg_current_xact_id())
$$;

-- Posé après chaque écriture sur une table de faits ; l'argument nomme la colonne de l'enfant. Aucun fait ne peut entrer sans
-- que ses échéances soient refaites, d'où qu'il vienne.
create function echeances.marquer() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare touches uuid[];
begin
  if tg_op <> 'DELETE' then
    execute format('select array_agg(%I) from nouvelles', tg_argv[0]) into touches;
    perform echeances.marquer_enfants(touches);
  end if;
  if tg_op <> 'INSERT' then
    execute format('select array_agg(%I) from anciennes', tg_argv[0]) into touches;
    perform echeances.marquer_enfants(touches);
  end if;
  return null;
end $$;

create procedure echeances.surveiller(nom regclass, colonne text)
language plpgsql as $$
begin
  execute format('create trigger echeances_creer after insert on %s referencing new table as nouvelles for each statement execute function echeances.marquer(%L)', nom, colonne);
  execute format('create trigger echeances_changer after update on %s referencing old table as anciennes new table as nouvelles for each statement execute function echeances.marquer(%L)', nom, colonne);
  execute format('create trigger echeances_effacer after delete on %s referencing old table as anciennes for each statement execute function echeances.marquer(%L)', nom, colonne);
end $$;
call echeances.surveiller('enfants.enfant', 'id');
call echeances.surveiller('enfants.mission', 'enfant_id');
call echeances.surveiller('enfants.statut', 'enfant_id');

-- La naissance est un fait ; toute autre personne qu'un enfant ne doit rien.
create function echeances.marquer_naissance() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform echeances.marquer_enfants(array(
    select n.id from nouvelles n join anciennes a on a.id = n.id join enfants.enfant e on e.id = n.id
    where (n.date_naissance, n.fusionnee_dans, n.date_deces) is distinct from (a.date_naissance, a.fusionnee_dans, a.date_deces)));
  return null;
end $$;
create trigger echeances_changer after update on enfants.personne
  referencing old table as anciennes new table as nouvelles for each statement execute function echeances.marquer_naissance();

-- Ce que le dossier apprend de lui-même. Chaque module expose ses faits de la même façon : « <schéma>.fait ».
create view enfants.fait as
  select s.enfant_id, 'statut' as type, lower(s.periode) as date, null::timestamptz as instant, null::uuid as mesure_id,
    jsonb_strip_nulls(jsonb_build_object('code', s.code, 'au', upper(s.periode) - 1)) as donnees
  from enfants.statut s
  union all
  select m.enfant_id, 'mission-' || m.nature, lower(m.periode), null, null,
    jsonb_strip_nulls(jsonb_build_object('au', upper(m.periode) - 1, 'collective', m.agent_id is null)) from enfants.mission m
    where m.nature in ('referent', 'evaluation', 'equipe')
  union all
  select e.id, 'dossier-ouvert', e.ouvert_le, null, null, '{}'::jsonb from enfants.enfant e
  union all
  select r.enfant_id, 'dossier-ouvert', r.rouvert_le, null, null, '{}'::jsonb from enfants.reouverture r
  union all
  select e.id, 'dossier-clos', e.clos_le, null, null, '{}'::jsonb from enfants.enfant e where e.clos_le is not null;

-- Tout ce qu'il faut pour calculer ce qui est dû à ces enfants, dans les mots de docs/simulation.md. Des réglages, ceux de ce jour.
create function echeances.lire(enfants uuid[]) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object(
    'departement', (select i.departement_code from organisation.installation i),
    'parametres', (select coalesce(jsonb_object_agg(p.cle, p.valeur), '{}') from organisation.parametre p where p.periode @> acces.aujourdhui()),
    'dossiers', coalesce((select jsonb_agg(jsonb_build_object(
        'enfantId', e.id, 'dateNaissance', p.date_naissance, 'closLe', e.clos_le, 'decesLe', p.date_deces,
        'absorbe', p.fusionnee_dans is not null,
        'faits', (select coalesce(jsonb_agg(f.donnees || jsonb_build_object('type', f.type, 'date', f.date, 'instant', f.instant)
            || case when f.mesure_id is null then '{}'::jsonb else jsonb_build_object('mesure', f.mesure_id) end), '[]')
          from enfants.fait f where f.enfant_id = e.id)))
      from enfants.enfant e join enfants.personne p on p.id = e.id where e.id = any (enfants)), '[]'))
$$;

-- Une ligne par obligation ; celles qui demeurent gardent leur identité et le jour où elles sont apparues.
create function echeances.ecrire(enfants uuid[], lignes jsonb, out apparues integer, out changees integer, out otees integer)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with voulues as materialized (
    select v.*, r.agent_id as referent_id, t.unite_id, e.restreint
    from jsonb_to_recordset(lignes) as v (enfant_id uuid, regle text, cle text, mesure_id uuid, depuis date, pour date, instant timestamptz,
        statut text, faite_le date, acteur text, libelle text, gravite text, etapes text[])
      join enfants.enfant e on e.id = v.enfant_id
      left join enfants.mission r on r.enfant_id = e.id and r.nature = 'referent' and r.periode @> acces.aujourdhui()
      left join enfants.mission t on t.enfant_id = e.id and t.nature = 'territoire' and t.periode @> acces.aujourdhui()),
  parties as (
    delete from echeances.echeance x where x.enfant_id = any (enfants) and not exists (
      select 1 from voulues v where v.enfant_id = x.enfant_id and v.regle = x.regle and v.cle = x.cle) returning 1),
  ecrites as (
    insert into echeances.echeance as x (enfant_id, regle, cle, mesure_id, depuis, pour, instant, statut, faite_le, acteur, libelle, gravite,
      etapes, agent_id, unite_id, restreint)
    select v.enfant_id, v.regle, v.cle, v.mesure_id, v.depuis, v.pour, v.instant, v.statut, v.faite_le, v.acteur, v.libelle, v.gravite,
      v.etapes, case when v.acteur = 'referent' then v.referent_id end, v.unite_id, v.restreint
    from voulues v
    on conflict (enfant_id, regle, cle) where enfant_id is not null do update set
      mesure_id = excluded.mesure_id, depuis = excluded.depuis, pour = excluded.pour, instant = excluded.instant, statut = excluded.statut,
      faite_le = excluded.faite_le, acteur = excluded.acteur, libelle = excluded.libelle, gravite = excluded.gravite,
      etapes = excluded.etapes, agent_id = excluded.agent_id, unite_id = excluded.unite_id, restreint = excluded.restreint
    where (x.mesure_id, x.depuis, x.pour, x.instant, x.statut, x.faite_le, x.acteur, x.libelle, x.gravite, x.etapes, x.agent_id, x.unite_id, x.restreint)
      is distinct from (excluded.mesure_id, excluded.depuis, excluded.pour, excluded.instant, excluded.statut, excluded.faite_le,
        excluded.acteur, excluded.libelle, excluded.gravite, excluded.etapes, excluded.agent_id, excluded.unite_id, excluded.restreint)
    returning (xmax = 0) as neuve)
  select (select count(*) from ecrites e where e.neuve)::integer, (select count(*) from ecrites e where not e.neuve)::integer,
    (select count(*) from parties)::integer
$$;

-- Un acte ne touche que quelques enfants ; au-delà (une reprise, une fusion d'unités), un travail s'en charge.
create function echeances.lire_touches() returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare touches uuid[];
begin
  select array_agg(distinct r.enfant_id order by r.enfant_id) into touches
    from echeances.a_revoir r where r.transaction = pg_current_xact_id_if_assigned();
  if touches is null then return null; end if;
  if cardinality(touches) > 40 then
    insert into travaux.demande (id, travail, cle) select gen_random_uuid(), 'echeances.revoir', 'echeances'
      where not exists (select 1 from travaux.demande d where d.travail = 'echeances.revoir' and d.prise_le is null);
    return null;
  end if;
  perform echeances.verrouiller(touches);
  return echeances.lire(touches) || jsonb_build_object('touches', to_jsonb(touches));
end $$;
-- Deux actes sur un même enfant se suivent : le second calcule sur ce que le premier a écrit.
create function echeances.verrouiller(enfants uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare enfant uuid;
begin
  foreach enfant in array enfants loop
    perform pg_advisory_xact_lock(1296126531, hashtext(enfant::text));
  end loop;
end $$;

-- L'agent n'écrit que ce que sa propre transaction vient de toucher.
create function echeances.ecrire_touches(lignes jsonb, out apparues integer, out changees integer, out otees integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare touches uuid[];
begin
  select array_agg(distinct r.enfant_id) into touches
    from echeances.a_revoir r where r.transaction = pg_current_xact_id_if_assigned();
  if exists (select 1 from jsonb_to_recordset(lignes) as v (enfant_id uuid) where v.enfant_id <> all (coalesce(touches, '{}'))) then
    raise exception 'échéances d''un enfant que cet acte n''a pas touché' using errcode = 'insufficient_privilege';
  end if;
  select e.* into apparues, changees, otees from echeances.ecrire(touches, lignes) e;
  delete from echeances.a_revoir r where r.transaction = pg_current_xact_id_if_assigned();
end $$;

-- Les enfants qu'un agent voit autrement que par le territoire qui les suit.
create view acces.mes_enfants_hors_territoire as
  select m.enfant_id from enfants.mission m
    where m.agent_id = (select acces.agent_courant()) and m.periode @> (select acces.aujourdhui()) and (select acces.peut('enfants.lire-mission'))
  union all
  select m.enfant_id from enfants.mission m
    where m.unite_id = any ((select acces.unites_courantes())::uuid[]) and m.nature <> 'territoire' and m.periode @> (select acces.aujourdhui())
      and (select acces.peut('enfants.lire-perimetre'))
  union all
  select b.enfant_id from enfants.bris_de_glace b where b.agent_id = (select acces.agent_courant()) and b.expire_le > now();

-- Ce que l'agent voit d'ouvert, par ensembles et sans nom : de quoi compter et choisir. Une ligne montrée se relit par sa table.
create view acces.mes_echeances with (security_barrier = true) as
  select x.id, x.regle, x.pour, x.acteur, x.gravite, x.agent_id, x.unite_id, x.enfant_id, x.mesure_id, x.apparue_le
  from echeances.echeance x
  where x.statut = 'ouverte' and x.enfant_id is not null and case when x.restreint
    then x.enfant_id in (select n.enfant_id from acces.mes_enfants_nommes n)
    else (x.unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('enfants.lire-perimetre')))
      or x.enfant_id in (select d.enfant_id from acces.mes_enfants_hors_territoire d)
  end;
