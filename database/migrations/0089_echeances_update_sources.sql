-- Les mesures et les informations préoccupantes font naître des échéances, comme le dossier : un fait changé, et elles se refont.

create or replace view enfants.fait as
  select s.enfant_id, 'statut' as type, lower(s.periode) as date, null::timestamptz as instant, null::uuid as mesure_id,
    jsonb_strip_nulls(jsonb_build_object('code', s.code, 'au', upper(s.periode) - 1)) as donnees
  from enfants.statut s
  union all
  select m.enfant_id, 'mission-referent', lower(m.periode), null, null, jsonb_strip_nulls(jsonb_build_object('au', upper(m.periode) - 1))
    from enfants.mission m where m.nature in ('referent', 'evaluation') or (m.nature = 'equipe' and m.unite_id is not null)
  union all
  select e.id, 'dossier-ouvert', e.ouvert_le, null, null, '{}'::jsonb from enfants.enfant e
  union all
  select r.enfant_id, 'dossier-ouvert', r.rouvert_le, null, null, '{}'::jsonb from enfants.reouverture r
  union all
  select e.id, 'dossier-clos', e.clos_le, null, null, '{}'::jsonb from enfants.enfant e where e.clos_le is not null;

-- Les faits d'une information, dans les mots de docs/simulation.md.
create view ip.fait as
  select i.id as information_id, 'information-recue' as type, i.recue_le as date, i.recue_a as instant,
    jsonb_strip_nulls(jsonb_build_object('categorie', i.categorie_source, 'transmiseLe', i.transmise_le,
      'suitesDemandeesLe', i.suites_demandees_le, 'urgence', i.urgence)) as donnees
  from ip.information i
  union all
  select i.id, f.type, f.le, null, case f.type when 'information-qualifiee'
      then jsonb_strip_nulls(jsonb_build_object('delaiReduitJours', i.delai_reduit_jours)) else '{}'::jsonb end
  from ip.information i cross join lateral (values ('information-qualifiee', i.qualifiee_le), ('evaluation-attribuee', i.attribuee_le),
    ('evaluation-debutee', i.evaluation_debutee_le), ('rapport-remis', i.rapport_remis_le), ('decision-suites', i.decidee_le),
    ('information-close', i.close_le), ('nouvel-element', i.reanalyse_due_le)) f (type, le)
  where f.le is not null
  union all
  select r.information_id, 'rapport-valide', r.valide_le, null, '{}' from ip.rapport r where r.valide_le is not null
  union all
  select d.information_id, 'information-donnee', d.le, null,
    jsonb_strip_nulls(jsonb_build_object('objet', d.objet, 'aQui', d.a_qui, 'signalement', d.signalement_id))
  from ip.information_donnee d
  union all
  select s.information_id, f.type, f.le, null, jsonb_build_object('signalement', s.id)
  from ip.signalement s cross join lateral (values ('signalement-redige', (s.cree_le at time zone 'Europe/Paris')::date),
    ('signalement-signe', s.valide_le), ('signalement-envoye', (s.envoye_a at time zone 'Europe/Paris')::date),
    ('signalement-abandonne', case when s.etat = 'abandonne' then (s.cree_le at time zone 'Europe/Paris')::date end),
    ('relance-parquet', s.relance_le), ('reponse-parquet', s.suites_le)) f (type, le)
  where f.le is not null;

alter table echeances.a_revoir alter column enfant_id drop not null, add column information_id uuid,
  add constraint a_revoir_objet check (num_nonnulls(enfant_id, information_id) = 1);
create index a_revoir_information on echeances.a_revoir (information_id);

create function echeances.marquer_informations(informations uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into echeances.a_revoir (information_id)
    select distinct t.id from unnest(informations) t (id)
    where t.id is not null and not exists (
      select 1 from echeances.a_revoir r where r.information_id = t.id and r.transaction = pg_current_xact_id())
$$;

-- L'argument dit ce que la colonne désigne : un enfant, une mesure, une information.
create or replace function echeances.marquer() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  touches uuid[];
  source text;
begin
  foreach source in array case tg_op when 'INSERT' then array['nouvelles'] when 'DELETE' then array['anciennes'] else array['nouvelles', 'anciennes'] end loop
    execute format('select array_agg(distinct %I) from %I', tg_argv[0], source) into touches;
    continue when touches is null;
    if tg_argv[0] = 'information_id' or tg_relid = 'ip.information'::regclass then
      perform echeances.marquer_informations(touches);
    elsif tg_argv[0] = 'mesure_id' then
      perform echeances.marquer_enfants(array(select m.enfant_id from mesures.mesure m where m.id = any (touches)));
    else
      perform echeances.marquer_enfants(touches);
    end if;
  end loop;
  return null;
end $$;
call echeances.surveiller('mesures.mesure', 'enfant_id');
call echeances.surveiller('mesures.decision', 'mesure_id');
call echeances.surveiller('mesures.accord', 'mesure_id');
call echeances.surveiller('mesures.execution', 'mesure_id');
call echeances.surveiller('mesures.acte', 'enfant_id');
call echeances.surveiller('ip.information', 'id');
call echeances.surveiller('ip.information_donnee', 'information_id');
call echeances.surveiller('ip.rapport', 'information_id');
call echeances.surveiller('ip.signalement', 'information_id');

drop function echeances.lire(uuid[]);
create function echeances.lire(enfants uuid[], informations uuid[]) returns jsonb
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
      from enfants.enfant e join enfants.personne p on p.id = e.id where e.id = any (enfants)), '[]')
    || coalesce((select jsonb_agg(jsonb_build_object(
        'informationId', i.id, 'dateNaissance', null, 'closLe', null, 'decesLe', null, 'absorbe', false,
        'faits', (select jsonb_agg(f.donnees || jsonb_build_object('type', f.type, 'date', f.date, 'instant', f.instant))
          from ip.fait f where f.information_id = i.id)))
      from ip.information i where i.id = any (informations)), '[]'))
$$;

alter table echeances.echeance add column objet_id uuid not null generated always as (coalesce(enfant_id, information_id)) stored;
drop index echeances.echeance_enfant, echeances.echeance_information;
create unique index echeance_objet on echeances.echeance (objet_id, regle, cle);
create index echeance_enfant on echeances.echeance (enfant_id) where enfant_id is not null;
create index echeance_information on echeances.echeance (information_id) where information_id is not null;

drop function echeances.ecrire(uuid[], jsonb);
create function echeances.ecrire(objets uuid[], lignes jsonb, out apparues integer, out changees integer, out otees integer)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with voulues as materialized (
    select v.*, coalesce(v.enfant_id, v.information_id) as objet_id, coalesce(t.unite_id, i.unite_id) as unite_id, coalesce(e.restreint, false) as restreint,
      -- Ce que fait le référent, et ce qu'il attend d'un autre : c'est lui qui relance.
      case when v.acteur in ('referent', 'service', 'juge', 'parquet', 'tribunal', 'prefet') then r.agent_id end as agent_id
    from jsonb_to_recordset(lignes) as v (enfant_id uuid, information_id uuid, regle text, cle text, mesure_id uuid, depuis date, pour date,
        instant timestamptz, statut text, faite_le date, acteur text, libelle text, gravite text, etapes text[], textes jsonb)
      left join enfants.enfant e on e.id = v.enfant_id
      left join ip.information i on i.id = v.information_id
      left join enfants.mission r on r.enfant_id = e.id and r.nature = 'referent' and r.periode @> acces.aujourdhui()
      left join enfants.mission t on t.enfant_id = e.id and t.nature = 'territoire' and t.periode @> acces.aujourdhui()
    where num_nonnulls(e.id, i.id) = 1),
  parties as (
    -- « not in » : l'ensemble se hache une fois, quoi que la base croie du nombre de lignes d'un texte JSON.
    delete from echeances.echeance x where x.objet_id = any (objets)
      and (x.objet_id, x.regle, x.cle) not in (select v.objet_id, v.regle, v.cle from voulues v) returning 1),
  ecrites as (
    insert into echeances.echeance as x (enfant_id, information_id, regle, cle, mesure_id, depuis, pour, instant, statut, faite_le, acteur,
      libelle, gravite, etapes, textes, agent_id, unite_id, restreint)
    select v.enfant_id, v.information_id, v.regle, v.cle, v.mesure_id, v.depuis, v.pour, v.instant, v.statut, v.faite_le, v.acteur, v.libelle,
      v.gravite, v.etapes, v.textes, v.agent_id, v.unite_id, v.restreint
    from voulues v
    on conflict (objet_id, regle, cle) do update set
      mesure_id = excluded.mesure_id, depuis = excluded.depuis, pour = excluded.pour, instant = excluded.instant, statut = excluded.statut,
      faite_le = excluded.faite_le, acteur = excluded.acteur, libelle = excluded.libelle, gravite = excluded.gravite,
      etapes = excluded.etapes, textes = excluded.textes, agent_id = excluded.agent_id, unite_id = excluded.unite_id,
      restreint = excluded.restreint
    where (x.mesure_id, x.depuis, x.pour, x.instant, x.statut, x.faite_le, x.acteur, x.libelle, x.gravite, x.etapes, x.textes, x.agent_id,
        x.unite_id, x.restreint)
      is distinct from (excluded.mesure_id, excluded.depuis, excluded.pour, excluded.instant, excluded.statut, excluded.faite_le,
        excluded.acteur, excluded.libelle, excluded.gravite, excluded.etapes, excluded.textes, excluded.agent_id, excluded.unite_id,
        excluded.restreint)
    returning (xmax = 0) as neuve)
  select (select count(*) from ecrites e where e.neuve)::integer, (select count(*) from ecrites e where not e.neuve)::integer,
    (select count(*) from parties)::integer
$$;

create or replace function echeances.lire_touches() returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  enfants uuid[];
  informations uuid[];
begin
  select array_agg(distinct r.enfant_id order by r.enfant_id) filter (where r.enfant_id is not null),
      array_agg(distinct r.information_id order by r.information_id) filter (where r.information_id is not null)
    into enfants, informations from echeances.a_revoir r where r.transaction = pg_current_xact_id_if_assigned();
  if enfants is null and informations is null then return null; end if;
  if coalesce(cardinality(enfants), 0) + coalesce(cardinality(informations), 0) > 40 then
    insert into travaux.demande (id, travail, cle) select gen_random_uuid(), 'echeances.revoir', 'echeances'
      where not exists (select 1 from travaux.demande d where d.travail = 'echeances.revoir' and d.prise_le is null);
    return null;
  end if;
  perform echeances.verrouiller(coalesce(enfants, '{}') || coalesce(informations, '{}'));
  return echeances.lire(enfants, informations);
end $$;

create or replace function echeances.ecrire_touches(lignes jsonb, out apparues integer, out changees integer, out otees integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare touches uuid[];
begin
  select array_agg(distinct coalesce(r.enfant_id, r.information_id)) into touches
    from echeances.a_revoir r where r.transaction = pg_current_xact_id_if_assigned();
  if exists (select 1 from jsonb_to_recordset(lignes) as v (enfant_id uuid, information_id uuid)
      where coalesce(v.enfant_id, v.information_id) <> all (coalesce(touches, '{}'))) then
    raise exception 'échéances de ce que cet acte n''a pas touché' using errcode = 'insufficient_privilege';
  end if;
  select e.* into apparues, changees, otees from echeances.ecrire(touches, lignes) e;
  delete from echeances.a_revoir r where r.transaction = pg_current_xact_id_if_assigned();
end $$;
