-- Les mois finis dont un acte a changé les heures depuis leur dernier compte : la nuit les reprend, et les pages le disent d'ici là. Celui
-- d'un mois figé y reste : ses heures ne bougent plus, mais on sait qu'elles ne sont plus celles des contrats et des pointages. On n'y
-- fait qu'ajouter : deux actes à la fois ne s'attendent pas.
create table eaje.mois_a_compter (
  id bigint generated always as identity primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  mois date not null check (extract(day from mois) = 1),
  transaction xid8 not null default pg_current_xact_id()
);
create index on eaje.mois_a_compter (mois);
create index on eaje.mois_a_compter (etablissement_id, mois, transaction);
alter table eaje.mois_a_compter enable row level security;

-- Les mois finis de ces périodes, depuis janvier de l'avant-dernière année : ce que les pages montrent. Le mois qui court se recompte de
-- toute façon chaque nuit.
create function eaje.marquer_heures(creches uuid[], periodes daterange[]) returns void
language sql set search_path = pg_catalog, pg_temp as $$
  insert into eaje.mois_a_compter (etablissement_id, mois)
  select distinct e.id, m.mois::date
  from (select date_trunc('month', acces.aujourdhui())::date as fin, date_trunc('year', acces.aujourdhui() - interval '2 years')::date as debut) b,
    unnest(creches, periodes) t (creche, periode) join eaje.etablissement e on e.id = t.creche,
    generate_series(
      date_trunc('month', greatest(coalesce(lower(t.periode), '-infinity'), b.debut)::timestamp),
      least(coalesce(upper(t.periode), 'infinity'), b.fin) - 1, interval '1 month') m (mois)
  where not isempty(t.periode) and coalesce(lower(t.periode), '-infinity') < b.fin
    and not exists (select 1 from eaje.mois_a_compter r
      where r.etablissement_id = e.id and r.mois = m.mois::date and r.transaction = pg_current_xact_id())
$$;

-- Le quatrième mot dit ce que le changement fait recompter : les journées, à défaut, ou les heures.
create or replace function eaje.noter_changement() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  avant text := format('select %s from anciennes', tg_argv[0]);
  apres text := format('select %s from nouvelles', tg_argv[0]);
  creches uuid[];
  periodes daterange[];
begin
  execute format(
    'select array_agg(x.creche), array_agg(x.jours) from (select distinct y.creche, y.jours from (%s) t, lateral (%s) y (creche, jours)) x',
    case tg_op when 'INSERT' then apres when 'DELETE' then avant
      else format('(%1$s except %2$s) union all (%2$s except %1$s)', avant, apres) end, tg_argv[1]) into creches, periodes;
  if creches is null then return null; end if;
  if tg_nargs = 4 and tg_argv[3] = 'heures' then
    perform eaje.marquer_heures(creches, periodes);
    return null;
  end if;
  if tg_argv[2]::boolean then
    -- Toujours dans le même ordre : deux actes à la fois ne s'attendent pas l'un l'autre.
    insert into eaje.revision (etablissement_id)
    select e.id from eaje.etablissement e where e.id = any (creches) order by e.id
    on conflict (etablissement_id) do update set numero = gen_random_uuid();
  end if;
  perform eaje.marquer_mois(creches, periodes);
  return null;
end $$;

-- Comme `surveiller`, pour ce dont les heures se comptent : le tarif et l'adaptation y entrent, les professionnels non.
create procedure eaje.surveiller_heures(nom regclass, lues text, touchees text)
language plpgsql as $$
declare
  suite text := format('for each statement execute function eaje.noter_changement(%L, %L, ''false'', ''heures'')', lues, touchees);
begin
  execute format('create trigger heures_ajout after insert on %s referencing new table as nouvelles %s', nom, suite);
  execute format('create trigger heures_change after update on %s referencing old table as anciennes new table as nouvelles %s', nom, suite);
  execute format('create trigger heures_retrait after delete on %s referencing old table as anciennes %s', nom, suite);
end $$;

call eaje.surveiller_heures('eaje.etablissement', 'id, jours, ouvre, ferme', 'select t.id, ''(,)''::daterange');
call eaje.surveiller_heures('organisation.unite', 'id, periode', 'select e.id, t.periode from eaje.etablissement e where e.unite_id = t.id');
call eaje.surveiller_heures('eaje.autorisation', '*', 'select t.etablissement_id, t.periode');
call eaje.surveiller_heures('eaje.modulation', '*', 'select t.etablissement_id, a.periode from eaje.autorisation a where a.id = t.autorisation_id');
call eaje.surveiller_heures('eaje.fermeture', 'etablissement_id, periode', 'select t.etablissement_id, t.periode');
-- Un tarif vaut partout où l'enfant vient.
call eaje.surveiller_heures('eaje.contrat', 'enfant_id, etablissement_id, nature, periode, semaine, tarif_centimes, adaptation_jusqu_au',
  'select t.etablissement_id, t.periode union all select * from eaje.lieux_de_l_enfant(t.enfant_id, t.periode)');
call eaje.surveiller_heures('eaje.reservation', 'enfant_id, etablissement_id, jour, debut, fin', 'select t.etablissement_id, daterange(t.jour, t.jour, ''[]'')');
call eaje.surveiller_heures('eaje.presence', 'enfant_id, etablissement_id, jour, arrivee, depart, doute, arrivee_supposee',
  'select t.etablissement_id, daterange(t.jour, t.jour, ''[]'')');
call eaje.surveiller_heures('eaje.absence', 'enfant_id, periode, motif, justifiee', 'select * from eaje.lieux_de_l_enfant(t.enfant_id, t.periode)');
call eaje.surveiller_heures('eaje.enfant', 'id, handicap', 'select * from eaje.lieux_de_l_enfant(t.id, ''(,)'')');
-- Le pas du pointage, la carence : toutes les crèches, sur les jours où la valeur change.
call eaje.surveiller_heures('organisation.parametre', 'cle, valeur, periode', 'select e.id, t.periode from eaje.etablissement e
  where t.cle in (''pointage.granularite-minutes'', ''creches.carence-maladie-jours'')');

-- Ce qui est déjà compté a pu changer depuis sans qu'on le sache.
insert into eaje.mois_a_compter (etablissement_id, mois)
select m.etablissement_id, m.mois from eaje.mois_activite m where m.fige_le is null and m.mois < date_trunc('month', acces.aujourdhui());
