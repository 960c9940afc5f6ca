-- Les textes d'une obligation, quand ils ne sont pas ceux de sa règle : la version en vigueur au jour du fait.
alter table echeances.echeance add column textes jsonb;

create or replace function echeances.ecrire(enfants uuid[], lignes jsonb, out apparues integer, out changees integer, out otees integer)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with voulues as materialized (
    select v.*, t.unite_id, e.restreint,
      -- Ce que fait le référent, et ce qu'il attend d'un autre : c'est lui qui relance.
      case when v.acteur in ('referent', 'service', 'juge', 'parquet', 'tribunal', 'prefet') then r.agent_id end as agent_id
    from jsonb_to_recordset(lignes) as v (enfant_id uuid, regle text, cle text, mesure_id uuid, depuis date, pour date, instant timestamptz,
        statut text, faite_le date, acteur text, libelle text, gravite text, etapes text[], textes jsonb)
      join enfants.enfant e on e.id = v.enfant_id
      left join enfants.mission r on r.enfant_id = e.id and r.nature = 'referent' and r.periode @> acces.aujourdhui()
      left join enfants.mission t on t.enfant_id = e.id and t.nature = 'territoire' and t.periode @> acces.aujourdhui()),
  parties as (
    delete from echeances.echeance x where x.enfant_id = any (enfants) and not exists (
      select 1 from voulues v where v.enfant_id = x.enfant_id and v.regle = x.regle and v.cle = x.cle) returning 1),
  ecrites as (
    insert into echeances.echeance as x (enfant_id, regle, cle, mesure_id, depuis, pour, instant, statut, faite_le, acteur, libelle, gravite,
      etapes, textes, agent_id, unite_id, restreint)
    select v.enfant_id, v.regle, v.cle, v.mesure_id, v.depuis, v.pour, v.instant, v.statut, v.faite_le, v.acteur, v.libelle, v.gravite,
      v.etapes, v.textes, v.agent_id, v.unite_id, v.restreint
    from voulues v
    on conflict (enfant_id, regle, cle) where enfant_id is not null do update set
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

-- Chaque raison de voir se lit par son index : aucune ne fait parcourir les autres.
create or replace view acces.mes_echeances with (security_barrier = true) as
  select x.id, x.regle, x.pour, x.acteur, x.gravite, x.agent_id, x.unite_id, x.enfant_id, x.mesure_id, x.apparue_le
  from echeances.echeance x
  where x.statut = 'ouverte' and not x.restreint and x.enfant_id is not null
    and x.unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('enfants.lire-perimetre'))
  union all
  select x.id, x.regle, x.pour, x.acteur, x.gravite, x.agent_id, x.unite_id, x.enfant_id, x.mesure_id, x.apparue_le
  from echeances.echeance x
  where x.statut = 'ouverte' and not x.restreint and x.enfant_id in (select d.enfant_id from acces.mes_enfants_hors_territoire d)
    and (x.unite_id is null or x.unite_id <> all ((select acces.unites_courantes())::uuid[]) or not (select acces.peut('enfants.lire-perimetre')))
  union all
  select x.id, x.regle, x.pour, x.acteur, x.gravite, x.agent_id, x.unite_id, x.enfant_id, x.mesure_id, x.apparue_le
  from echeances.echeance x
  where x.statut = 'ouverte' and x.restreint and x.enfant_id in (select n.enfant_id from acces.mes_enfants_nommes n);

drop index echeances.echeance_unite, echeances.echeance_agent;
create index echeance_unite on echeances.echeance (unite_id, pour)
  include (regle, acteur, gravite, agent_id, enfant_id, mesure_id, apparue_le, restreint, id) where statut = 'ouverte';
create index echeance_agent on echeances.echeance (agent_id, pour) where statut = 'ouverte' and agent_id is not null;

-- Un réglage qui change peut déplacer des échéances : un travail les refait toutes et dit à qui l'a réglé combien ont bougé.
create function echeances.suivre_reglage() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into travaux.demande (id, travail, cle, donnees)
    select gen_random_uuid(), 'echeances.calculer', 'echeances',
      jsonb_strip_nulls(jsonb_build_object('parametre', new.cle, 'parId', acces.agent_courant()))
    where exists (select 1 from enfants.enfant);
  return null;
end $$;
create trigger echeances_suivre after insert on organisation.parametre for each row execute function echeances.suivre_reglage();
