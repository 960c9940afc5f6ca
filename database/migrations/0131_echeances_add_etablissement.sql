-- Une crèche doit aussi : son autorisation à renouveler, ses documents à revoir. Elle est un objet d'échéance, comme l'enfant et
-- l'information.
alter table echeances.echeance add column etablissement_id uuid references eaje.etablissement on delete cascade,
  drop constraint echeance_objet, drop column objet_id;
alter table echeances.echeance
  add constraint echeance_objet check (num_nonnulls(enfant_id, information_id, etablissement_id) = 1),
  add column objet_id uuid not null generated always as (coalesce(enfant_id, information_id, etablissement_id)) stored;
create unique index echeance_objet on echeances.echeance (objet_id, regle, cle);
create index echeance_etablissement on echeances.echeance (etablissement_id) where etablissement_id is not null;
create index echeance_creche on echeances.echeance (unite_id, pour)
  include (regle, acteur, gravite, agent_id, etablissement_id, apparue_le, id) where statut = 'ouverte' and etablissement_id is not null;

-- Un objet se reconnaît à son identifiant : la liste de ce qui est à revoir n'a pas à dire de quelle sorte il est.
alter table echeances.a_revoir drop constraint a_revoir_objet, add column objet_id uuid;
update echeances.a_revoir set objet_id = coalesce(enfant_id, information_id);
alter table echeances.a_revoir alter column objet_id set not null, drop column enfant_id, drop column information_id;
create index a_revoir_objet on echeances.a_revoir (objet_id);

create function echeances.marquer_objets(objets uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into echeances.a_revoir (objet_id)
    select distinct t.id from unnest(objets) t (id)
    where t.id is not null and not exists (
      select 1 from echeances.a_revoir r where r.objet_id = t.id and r.transaction = pg_current_xact_id())
$$;

-- L'argument nomme la colonne de l'objet : un enfant, une information, une crèche ; une mesure désigne son enfant.
create or replace function echeances.marquer() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  touches uuid[];
  source text;
begin
  foreach source in array case tg_op when 'INSERT' then array['nouvelles'] when 'DELETE' then array['anciennes'] else array['nouvelles', 'anciennes'] end loop
    execute format('select array_agg(distinct %I) from %I', tg_argv[0], source) into touches;
    continue when touches is null;
    if tg_argv[0] = 'mesure_id' then
      touches := array(select m.enfant_id from mesures.mesure m where m.id = any (touches));
    end if;
    perform echeances.marquer_objets(touches);
  end loop;
  return null;
end $$;
create or replace function echeances.marquer_naissance() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform echeances.marquer_objets(array(
    select n.id from nouvelles n join anciennes a on a.id = n.id join enfants.enfant e on e.id = n.id
    where (n.date_naissance, n.fusionnee_dans, n.date_deces) is distinct from (a.date_naissance, a.fusionnee_dans, a.date_deces)));
  return null;
end $$;
drop function echeances.marquer_enfants(uuid[]), echeances.marquer_informations(uuid[]);
call echeances.surveiller('eaje.etablissement', 'id');
call echeances.surveiller('eaje.autorisation', 'etablissement_id');
call echeances.surveiller('eaje.document', 'etablissement_id');

-- Les faits d'une crèche. Un module de plus écrit sa vue, et l'ajoute à celle qui les réunit.
create view eaje.fait_structure as
  select a.etablissement_id, 'autorisation-creche' as type, lower(a.periode) as date, null::timestamptz as instant,
    jsonb_strip_nulls(jsonb_build_object('places', a.places, 'au', upper(a.periode) - 1)) as donnees
  from eaje.autorisation a where not lower_inf(a.periode)
  union all
  select d.etablissement_id, 'document-creche', d.etabli_le, null,
    jsonb_strip_nulls(jsonb_build_object('nature', d.nature, 'aRevoirLe', d.a_revoir_le))
  from eaje.document d;
create view eaje.fait as
  select s.etablissement_id, s.type, s.date, s.instant, s.donnees from eaje.fait_structure s;

drop function echeances.lire(uuid[], uuid[]);
create function echeances.lire(objets uuid[]) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object(
    'departement', (select i.departement_code from organisation.installation i),
    'parametres', (select coalesce(jsonb_object_agg(p.cle, p.valeur), '{}') from organisation.parametre p where p.periode @> acces.aujourdhui()),
    'dossiers', coalesce((select jsonb_agg(jsonb_build_object(
        'enfantId', e.id, 'dateNaissance', p.date_naissance, 'closLe', e.clos_le, 'decesLe', p.date_deces,
        'absorbe', p.fusionnee_dans is not null,
        'faits', (select coalesce(jsonb_agg(f.donnees || jsonb_build_object('type', f.type, 'date', f.date, 'instant', f.instant)
            || case when f.mesure_id is null then '{}'::jsonb else jsonb_build_object('mesure', f.mesure_id) end), '[]')
          from (select d.type, d.date, d.instant, d.mesure_id, d.donnees from enfants.fait d where d.enfant_id = e.id
            union all select m.type, m.date, m.instant, m.mesure_id, m.donnees from mesures.fait m where m.enfant_id = e.id) f)))
      from enfants.enfant e join enfants.personne p on p.id = e.id where e.id = any (objets)), '[]')
    || coalesce((select jsonb_agg(jsonb_build_object(
        'informationId', i.id, 'dateNaissance', null, 'closLe', null, 'decesLe', null, 'absorbe', false,
        'faits', (select jsonb_agg(f.donnees || jsonb_build_object('type', f.type, 'date', f.date, 'instant', f.instant))
          from ip.fait f where f.information_id = i.id)))
      from ip.information i where i.id = any (objets)), '[]')
    -- Une crèche dont l'unité a fermé ne doit plus rien.
    || coalesce((select jsonb_agg(jsonb_build_object(
        'etablissementId', c.id, 'dateNaissance', null, 'closLe', upper(u.periode), 'decesLe', null, 'absorbe', false,
        'faits', (select coalesce(jsonb_agg(f.donnees || jsonb_build_object('type', f.type, 'date', f.date, 'instant', f.instant)), '[]')
          from eaje.fait f where f.etablissement_id = c.id)))
      from eaje.etablissement c join organisation.unite u on u.id = c.unite_id where c.id = any (objets)), '[]'))
$$;

create or replace function echeances.ecrire(objets uuid[], lignes jsonb, out apparues integer, out changees integer, out otees integer)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with voulues as materialized (
    select v.*, coalesce(v.enfant_id, v.information_id, v.etablissement_id) as objet_id, coalesce(t.unite_id, i.unite_id, c.unite_id) as unite_id,
      coalesce(e.restreint, false) as restreint,
      -- Ce que fait le référent, et ce qu'il attend d'un autre : c'est lui qui relance.
      case when v.acteur in ('referent', 'service', 'juge', 'parquet', 'tribunal', 'prefet') then r.agent_id end as agent_id
    from jsonb_to_recordset(lignes) as v (enfant_id uuid, information_id uuid, etablissement_id uuid, regle text, cle text, mesure_id uuid,
        depuis date, pour date, instant timestamptz, statut text, faite_le date, acteur text, libelle text, gravite text, etapes text[],
        textes jsonb)
      left join enfants.enfant e on e.id = v.enfant_id
      left join ip.information i on i.id = v.information_id
      left join eaje.etablissement c on c.id = v.etablissement_id
      left join enfants.mission r on r.enfant_id = e.id and r.nature = 'referent' and r.periode @> acces.aujourdhui()
      left join enfants.mission t on t.enfant_id = e.id and t.nature = 'territoire' and t.periode @> acces.aujourdhui()
    where num_nonnulls(e.id, i.id, c.id) = 1),
  parties as (
    -- « not in » : l'ensemble se hache une fois, quoi que la base croie du nombre de lignes d'un texte JSON.
    delete from echeances.echeance x where x.objet_id = any (objets)
      and (x.objet_id, x.regle, x.cle) not in (select v.objet_id, v.regle, v.cle from voulues v) returning 1),
  autres as (
    select v.*, x.id is null as neuve
    from voulues v left join echeances.echeance x on x.objet_id = v.objet_id and x.regle = v.regle and x.cle = v.cle
    where x.id is null
      or (x.mesure_id, x.depuis, x.pour, x.instant, x.statut, x.faite_le, x.acteur, x.libelle, x.gravite, x.etapes, x.textes, x.agent_id,
        x.unite_id, x.restreint)
      is distinct from (v.mesure_id, v.depuis, v.pour, v.instant, v.statut, v.faite_le, v.acteur, v.libelle, v.gravite, v.etapes, v.textes,
        v.agent_id, v.unite_id, v.restreint)),
  ecrites as (
    insert into echeances.echeance (enfant_id, information_id, etablissement_id, regle, cle, mesure_id, depuis, pour, instant, statut,
      faite_le, acteur, libelle, gravite, etapes, textes, agent_id, unite_id, restreint)
    select v.enfant_id, v.information_id, v.etablissement_id, v.regle, v.cle, v.mesure_id, v.depuis, v.pour, v.instant, v.statut, v.faite_le,
      v.acteur, v.libelle, v.gravite, v.etapes, v.textes, v.agent_id, v.unite_id, v.restreint
    from autres v
    on conflict (objet_id, regle, cle) do update set
      mesure_id = excluded.mesure_id, depuis = excluded.depuis, pour = excluded.pour, instant = excluded.instant, statut = excluded.statut,
      faite_le = excluded.faite_le, acteur = excluded.acteur, libelle = excluded.libelle, gravite = excluded.gravite,
      etapes = excluded.etapes, textes = excluded.textes, agent_id = excluded.agent_id, unite_id = excluded.unite_id,
      restreint = excluded.restreint)
  select (select count(*) from autres v where v.neuve)::integer, (select count(*) from autres v where not v.neuve)::integer,
    (select count(*) from parties)::integer
$$;

create or replace function echeances.lire_touches() returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare touches uuid[];
begin
  select array_agg(distinct r.objet_id order by r.objet_id) into touches
    from echeances.a_revoir r where r.transaction = pg_current_xact_id_if_assigned();
  if touches is null then return null; end if;
  if cardinality(touches) > 40 then
    perform echeances.demander_revue();
    return null;
  end if;
  perform echeances.verrouiller(touches);
  return echeances.lire(touches);
end $$;

create or replace function echeances.ecrire_touches(lignes jsonb, en_panne uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare touches uuid[];
begin
  select array_agg(distinct r.objet_id) into touches
    from echeances.a_revoir r where r.transaction = pg_current_xact_id_if_assigned();
  if exists (select 1 from jsonb_to_recordset(lignes) as v (enfant_id uuid, information_id uuid, etablissement_id uuid)
      where coalesce(v.enfant_id, v.information_id, v.etablissement_id) <> all (coalesce(touches, '{}'))) then
    raise exception 'échéances de ce que cet acte n''a pas touché' using errcode = 'insufficient_privilege';
  end if;
  perform echeances.ecrire(array(select t from unnest(touches) t where t <> all (en_panne)), lignes);
  delete from echeances.a_revoir r where r.transaction = pg_current_xact_id_if_assigned() and r.objet_id <> all (en_panne);
  if cardinality(en_panne) > 0 then perform echeances.demander_revue(); end if;
end $$;

create or replace view acces.mes_echeances with (security_barrier = true) as
  select x.id, x.regle, x.pour, x.acteur, x.gravite, x.agent_id, x.unite_id, x.enfant_id, x.mesure_id, x.apparue_le, null::uuid as etablissement_id
  from echeances.echeance x
  where x.statut = 'ouverte' and not x.restreint and x.enfant_id is not null
    and x.unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('enfants.lire-perimetre'))
  union all
  select x.id, x.regle, x.pour, x.acteur, x.gravite, x.agent_id, x.unite_id, x.enfant_id, x.mesure_id, x.apparue_le, null::uuid
  from echeances.echeance x
  where x.statut = 'ouverte' and not x.restreint and x.enfant_id in (select d.enfant_id from acces.mes_enfants_hors_territoire d)
    and (x.unite_id is null or x.unite_id <> all ((select acces.unites_courantes())::uuid[]) or not (select acces.peut('enfants.lire-perimetre')))
  union all
  select x.id, x.regle, x.pour, x.acteur, x.gravite, x.agent_id, x.unite_id, x.enfant_id, x.mesure_id, x.apparue_le, null::uuid
  from echeances.echeance x
  where x.statut = 'ouverte' and x.restreint and x.enfant_id in (select n.enfant_id from acces.mes_enfants_nommes n)
  union all
  select x.id, x.regle, x.pour, x.acteur, x.gravite, x.agent_id, x.unite_id, null::uuid, null::uuid, x.apparue_le, x.etablissement_id
  from echeances.echeance x
  where x.statut = 'ouverte' and x.etablissement_id is not null
    and x.unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('creches.lire'));

-- Un retard d'une crèche se porte au supérieur comme les autres.
alter table alertes.escalade add column etablissement_id uuid references eaje.etablissement on delete cascade,
  drop constraint escalade_objet, drop constraint escalade_une_fois,
  add constraint escalade_objet check (num_nonnulls(enfant_id, information_id, etablissement_id) = 1),
  add constraint escalade_une_fois unique nulls not distinct (enfant_id, information_id, etablissement_id, regle, cle, niveau);
