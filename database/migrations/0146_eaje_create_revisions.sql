-- Une crèche reçoit un numéro neuf dès que change ce dont sa journée se calcule : qui l'a déjà calculée sait s'il peut la garder.
-- Le numéro est tiré au hasard : une transaction annulée ne rend jamais le sien à une autre.
create table eaje.revision (
  etablissement_id uuid primary key references eaje.etablissement on delete cascade,
  numero uuid not null default gen_random_uuid()
);
alter table eaje.revision enable row level security;

-- Les jours déjà finis de ces périodes, treize mois en arrière au plus : ce que le tableau montre ; et le travail qui les reprend, s'il n'est
-- pas déjà demandé.
create function eaje.marquer_mois(creches uuid[], periodes daterange[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into eaje.mois_a_resumer (etablissement_id, mois)
    select distinct e.id, m.mois::date
    from unnest(creches, periodes) t (creche, periode) join eaje.etablissement e on e.id = t.creche,
      generate_series(
        date_trunc('month', greatest(coalesce(lower(t.periode), '-infinity'), acces.aujourdhui() - 400)::timestamp),
        least(coalesce(upper(t.periode), 'infinity'), acces.aujourdhui()) - 1, interval '1 month') m (mois)
    where not isempty(t.periode) and coalesce(lower(t.periode), '-infinity') < acces.aujourdhui()
      and not exists (select 1 from eaje.mois_a_resumer r
        where r.etablissement_id = e.id and r.mois = m.mois::date and r.transaction = pg_current_xact_id());
  if found and not exists (select 1 from travaux.demande d where d.travail = 'journees-eaje.reprendre' and d.prise_le is null) then
    insert into travaux.demande (id, travail, cle) values (gen_random_uuid(), 'journees-eaje.reprendre', 'journees');
  end if;
end $$;

-- Une instruction : les crèches et les jours que touchent ses lignes, anciennes et nouvelles, sauf celles où rien de lu n'a changé.
create function eaje.noter_changement() returns trigger
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
  if tg_argv[2]::boolean then
    -- Toujours dans le même ordre : deux actes à la fois ne s'attendent pas l'un l'autre.
    insert into eaje.revision (etablissement_id)
    select e.id from eaje.etablissement e where e.id = any (creches) order by e.id
    on conflict (etablissement_id) do update set numero = gen_random_uuid();
  end if;
  perform eaje.marquer_mois(creches, periodes);
  return null;
end $$;

-- `lues` : les colonnes dont une journée se calcule. `touchees` : d'une ligne « t », les crèches et les jours ; aucun jour, si rien n'est à
-- recompter. `prevue` : la journée à venir s'en calcule aussi, et la crèche reçoit un numéro neuf.
create procedure eaje.surveiller(nom regclass, lues text, touchees text, prevue boolean default true)
language plpgsql as $$
declare
  rang integer := (select count(*) / 3 + 1 from pg_trigger g where g.tgrelid = nom and g.tgfoid = 'eaje.noter_changement'::regproc);
  suite text := format('for each statement execute function eaje.noter_changement(%L, %L, %L)', lues, touchees, prevue);
begin
  execute format('create trigger creches_ajout_%s after insert on %s referencing new table as nouvelles %s', rang, nom, suite);
  execute format('create trigger creches_change_%s after update on %s referencing old table as anciennes new table as nouvelles %s', rang, nom, suite);
  execute format('create trigger creches_retrait_%s after delete on %s referencing old table as anciennes %s', rang, nom, suite);
end $$;

-- Un enfant peut venir ailleurs que là où il est inscrit, et un professionnel y être prêté : les mêmes heures en deux lieux ne comptent dans
-- aucun. `venu` : avec les jours où il est venu sans y être attendu.
create function eaje.lieux_de_l_enfant(enfant uuid, sur daterange, venu boolean default true) returns table (creche uuid, jours daterange)
language sql stable as $$
  select c.etablissement_id, c.periode * sur from eaje.contrat c where c.enfant_id = enfant and c.periode && sur
  union all select r.etablissement_id, daterange(r.jour, r.jour, '[]') from eaje.reservation r where r.enfant_id = enfant and r.jour <@ sur
  union all select p.etablissement_id, daterange(p.jour, p.jour, '[]') from eaje.presence p where venu and p.enfant_id = enfant and p.jour <@ sur
$$;
create function eaje.lieux_du_professionnel(professionnel uuid, sur daterange) returns table (creche uuid, jours daterange)
language sql stable as $$
  select p.etablissement_id, p.periode * sur from eaje.professionnel p where p.id = professionnel
  union all select v.etablissement_id, daterange(v.jour, v.jour, '[]') * sur from eaje.vacation v where v.professionnel_id = professionnel
$$;

call eaje.surveiller('eaje.etablissement', 'id, methode, agregation, jours, ouvre, ferme', 'select t.id, ''(,)''::daterange');
call eaje.surveiller('eaje.etablissement', '*', 'select t.id, ''empty''::daterange');
call eaje.surveiller('organisation.unite', 'id, periode', 'select e.id, t.periode from eaje.etablissement e where e.unite_id = t.id');
call eaje.surveiller('organisation.unite', 'id, parent_id, code, nom', 'select e.id, ''empty''::daterange
  from eaje.etablissement e join organisation.unite u on u.id = e.unite_id where t.id in (u.id, u.parent_id)');
call eaje.surveiller('eaje.autorisation', '*', 'select t.etablissement_id, t.periode');
call eaje.surveiller('eaje.modulation', '*', 'select t.etablissement_id, a.periode from eaje.autorisation a where a.id = t.autorisation_id');
call eaje.surveiller('eaje.fermeture', '*', 'select t.etablissement_id, t.periode');
call eaje.surveiller('eaje.contrat', 'enfant_id, etablissement_id, nature, periode, semaine', 'select t.etablissement_id, t.periode');
call eaje.surveiller('eaje.reservation', '*', 'select t.etablissement_id, daterange(t.jour, t.jour, ''[]'')');
-- La mémoire des journées à venir ne tient pas les présences : un badge ne fait rien relire.
call eaje.surveiller('eaje.presence', '*', 'select t.etablissement_id, daterange(t.jour, t.jour, ''[]'')', prevue => false);
-- De l'enfant, ni le nom ni la famille ne se lisent.
call eaje.surveiller('eaje.enfant', 'id, section_id, ne_le', 'select * from eaje.lieux_de_l_enfant(t.id, ''(,)'')');
call eaje.surveiller('eaje.enfant', 'id, marche_depuis', 'select * from eaje.lieux_de_l_enfant(t.id, daterange(t.marche_depuis, null)) where t.marche_depuis is not null');
call eaje.surveiller('eaje.absence', '*', 'select * from eaje.lieux_de_l_enfant(t.enfant_id, t.periode, false)');
call eaje.surveiller('eaje.professionnel', '*', 'select t.etablissement_id, t.periode
  union all select * from eaje.lieux_du_professionnel(t.id, t.periode)');
call eaje.surveiller('eaje.horaire', '*', 'select * from eaje.lieux_du_professionnel(t.professionnel_id, t.periode)');
call eaje.surveiller('eaje.vacation', '*', 'select t.etablissement_id, daterange(t.jour, t.jour, ''[]'')
  union all select * from eaje.lieux_du_professionnel(t.professionnel_id, daterange(t.jour, t.jour, ''[]''))');
call eaje.surveiller('organisation.agent', 'id, nom, prenom', 'select x.* from eaje.professionnel p, eaje.lieux_du_professionnel(p.id, ''empty'') x
  where p.agent_id = t.id');
call eaje.surveiller('organisation.absence', '*', 'select x.* from eaje.professionnel p, eaje.lieux_du_professionnel(p.id, t.periode) x
  where p.agent_id = t.agent_id');

-- Ce qui est déjà là.
insert into eaje.revision (etablissement_id) select id from eaje.etablissement order by id;
select eaje.marquer_mois(array_agg(e.id), array_agg('(,)'::daterange)) from eaje.etablissement e;
