-- La journée finie d'une crèche, en quelques nombres. Une année de quarts d'heure d'un département ne se recompte pas à chaque page : la
-- nuit compte la veille, et ce qu'un acte a changé se recompte après lui.
create table eaje.journee_resumee (
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  jour date not null,
  -- Présences pointées du jour, et parmi elles celles dont l'heure n'est pas sûre. Aucune : le jour est compté sur les accueils prévus.
  presences smallint not null check (presences >= 0),
  presences_douteuses smallint not null check (presences_douteuses between 0 and presences),
  enfants smallint not null check (enfants >= 0),
  -- Des quarts d'heure : avec des enfants, et parmi eux ceux où l'effectif et la catégorie 1 étaient là (CAP-08, CAP-11).
  quarts smallint not null check (quarts >= 0),
  quarts_conformes smallint not null check (quarts_conformes between 0 and quarts),
  -- Sommes sur ces quarts : l'effectif qu'il fallait, la catégorie 1 présente (CAP-10), les professionnels qui manquaient.
  requis integer not null check (requis >= 0),
  cat1 integer not null check (cat1 >= 0),
  manque integer not null check (manque >= 0),
  -- Enfants et places, quart par quart (CAP-06) ; quarts au-dessus de la capacité, et au-dessus de 115 % (CAP-05).
  quarts_enfant integer not null check (quarts_enfant >= 0),
  quarts_place integer not null check (quarts_place >= 0),
  quarts_sur_capacite smallint not null check (quarts_sur_capacite >= 0),
  quarts_surnombre smallint not null check (quarts_surnombre between 0 and quarts_sur_capacite),
  -- CAP-14 : une personne apte à chaque quart où des enfants étaient là.
  continuite boolean not null,
  -- IND-28 : quarts de place que l'on aurait pu offrir, avant et après la mi-journée.
  libres_matin integer not null check (libres_matin >= 0),
  libres_apres_midi integer not null check (libres_apres_midi >= 0),
  -- Ce qui rend les chiffres douteux.
  sans_autorisation boolean not null,
  marche_inconnue smallint not null check (marche_inconnue >= 0),
  postes_douteux smallint not null check (postes_douteux >= 0),
  primary key (etablissement_id, jour)
);
create index on eaje.journee_resumee (jour);
alter table eaje.journee_resumee enable row level security;

-- Les mois qu'un acte a changés, un mois une crèche. On n'y fait qu'ajouter : deux actes à la fois ne s'attendent pas.
create table eaje.mois_a_resumer (
  id bigint generated always as identity primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  mois date not null check (extract(day from mois) = 1),
  transaction xid8 not null default pg_current_xact_id()
);
create index on eaje.mois_a_resumer (mois);
create index on eaje.mois_a_resumer (etablissement_id, mois, transaction);
alter table eaje.mois_a_resumer enable row level security;

-- Les jours déjà finis de ces périodes, treize mois en arrière au plus : ce que le tableau montre ; et le travail qui les reprend, s'il n'est pas déjà demandé.
create function eaje.marquer_journees(creches uuid[], periodes daterange[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into eaje.mois_a_resumer (etablissement_id, mois)
    select distinct t.creche, m.mois::date
    from unnest(creches, periodes) t (creche, periode),
      generate_series(
        date_trunc('month', greatest(coalesce(lower(t.periode), '-infinity'), acces.aujourdhui() - 400)::timestamp),
        least(coalesce(upper(t.periode), 'infinity'), acces.aujourdhui()) - 1, interval '1 month') m (mois)
    where t.creche is not null and not isempty(t.periode) and coalesce(lower(t.periode), '-infinity') < acces.aujourdhui()
      and not exists (select 1 from eaje.mois_a_resumer r
        where r.etablissement_id = t.creche and r.mois = m.mois::date and r.transaction = pg_current_xact_id());
  if found and not exists (select 1 from travaux.demande d where d.travail = 'journees-eaje.reprendre' and d.prise_le is null) then
    insert into travaux.demande (id, travail, cle) values (gen_random_uuid(), 'journees-eaje.reprendre', 'journees');
  end if;
end $$;

-- L'argument dit, d'une ligne « t » changée, les crèches et les jours qu'elle touche.
create function eaje.marquer_journees_changees() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  creches uuid[];
  periodes daterange[];
  source text;
begin
  foreach source in array case tg_op when 'INSERT' then array['nouvelles'] when 'DELETE' then array['anciennes'] else array['nouvelles', 'anciennes'] end loop
    execute format('select array_agg(x.creche), array_agg(x.periode) from (select distinct y.creche, y.periode from %I t, lateral (%s) y (creche, periode)) x',
      source, tg_argv[0]) into creches, periodes;
    continue when creches is null;
    perform eaje.marquer_journees(creches, periodes);
  end loop;
  return null;
end $$;

create procedure eaje.surveiller_journees(nom regclass, touchees text)
language plpgsql as $$
begin
  execute format('create trigger journees_creer after insert on %s referencing new table as nouvelles for each statement execute function eaje.marquer_journees_changees(%L)', nom, touchees);
  execute format('create trigger journees_changer after update on %s referencing old table as anciennes new table as nouvelles for each statement execute function eaje.marquer_journees_changees(%L)', nom, touchees);
  execute format('create trigger journees_effacer after delete on %s referencing old table as anciennes for each statement execute function eaje.marquer_journees_changees(%L)', nom, touchees);
end $$;
call eaje.surveiller_journees('eaje.presence', 'select t.etablissement_id, daterange(t.jour, t.jour, ''[]'')');
call eaje.surveiller_journees('eaje.reservation', 'select t.etablissement_id, daterange(t.jour, t.jour, ''[]'')');
call eaje.surveiller_journees('eaje.vacation', 'select t.etablissement_id, daterange(t.jour, t.jour, ''[]'')
  union all select p.etablissement_id, daterange(t.jour, t.jour, ''[]'') from eaje.professionnel p where p.id = t.professionnel_id');
call eaje.surveiller_journees('eaje.contrat', 'select t.etablissement_id, t.periode');
call eaje.surveiller_journees('eaje.absence', 'select t.etablissement_id, t.periode');
call eaje.surveiller_journees('eaje.fermeture', 'select t.etablissement_id, t.periode');
call eaje.surveiller_journees('eaje.autorisation', 'select t.etablissement_id, t.periode');
call eaje.surveiller_journees('eaje.modulation', 'select t.etablissement_id, a.periode from eaje.autorisation a where a.id = t.autorisation_id');
call eaje.surveiller_journees('eaje.horaire', 'select p.etablissement_id, t.periode from eaje.professionnel p where p.id = t.professionnel_id');
call eaje.surveiller_journees('eaje.professionnel', 'select t.etablissement_id, t.periode');
call eaje.surveiller_journees('organisation.absence', 'select p.etablissement_id, p.periode * t.periode from eaje.professionnel p
    where p.agent_id = t.agent_id and p.periode && t.periode
  union all select v.etablissement_id, daterange(v.jour, v.jour, ''[]'') from eaje.professionnel p join eaje.vacation v on v.professionnel_id = p.id
    where p.agent_id = t.agent_id and p.etablissement_id is null and v.jour <@ t.periode');

-- D'un enfant ou d'une crèche, seul ce que le compte lit vaut d'être repris : un nom corrigé ne change aucune journée.
create function eaje.marquer_journees_enfant() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform eaje.marquer_journees(array_agg(n.etablissement_id), array_agg(daterange(least(n.marche_depuis, a.marche_depuis), null)))
    from nouvelles n join anciennes a on a.id = n.id
    where (n.marche_depuis, n.section_id) is distinct from (a.marche_depuis, a.section_id);
  return null;
end $$;
create trigger journees_changer after update on eaje.enfant
  referencing old table as anciennes new table as nouvelles for each statement execute function eaje.marquer_journees_enfant();
create function eaje.marquer_journees_creche() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform eaje.marquer_journees(array_agg(n.id), array_agg('(,)'::daterange))
    from nouvelles n join anciennes a on a.id = n.id
    where (n.methode, n.agregation, n.jours, n.ouvre, n.ferme) is distinct from (a.methode, a.agregation, a.jours, a.ouvre, a.ferme);
  return null;
end $$;
create trigger journees_changer after update on eaje.etablissement
  referencing old table as anciennes new table as nouvelles for each statement execute function eaje.marquer_journees_creche();

-- Ce qui est déjà là.
select eaje.marquer_journees(array_agg(e.id), array_agg(daterange(acces.aujourdhui() - 400, acces.aujourdhui()))) from eaje.etablissement e;
