-- Une crèche reçoit un numéro neuf dès que change ce dont sa journée se calcule : qui l'a déjà calculée sait s'il peut la garder.
-- Le numéro est tiré au hasard : une transaction annulée ne rend jamais le sien à une autre.
create table eaje.revision (
  etablissement_id uuid primary key references eaje.etablissement on delete cascade,
  numero uuid not null default gen_random_uuid()
);
alter table eaje.revision enable row level security;
insert into eaje.revision (etablissement_id) select id from eaje.etablissement order by id;

-- `touchees` : les lignes écrites par l'instruction. L'argument dit comment on va d'elles aux crèches.
create function eaje.noter_revision() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  creches uuid[];
  pros uuid[];
begin
  case tg_argv[0]
    when 'creche' then select array_agg(t.etablissement_id) into creches from touchees t;
    when 'etablissement' then select array_agg(t.id) into creches from touchees t;
    when 'unite' then
      select array_agg(e.id) into creches from eaje.etablissement e join organisation.unite u on u.id = e.unite_id
      where u.id in (select t.id from touchees t) or u.parent_id in (select t.id from touchees t);
    when 'enfant' then select eaje.creches_des_enfants(array_agg(t.id)) || array_agg(t.etablissement_id) into creches from touchees t;
    when 'absence' then select eaje.creches_des_enfants(array_agg(t.enfant_id)) || array_agg(t.etablissement_id) into creches from touchees t;
    when 'professionnel' then
      select array_agg(t.id), array_agg(t.etablissement_id) into pros, creches from touchees t;
    when 'horaire' then select array_agg(t.professionnel_id) into pros from touchees t;
    when 'vacation' then
      select array_agg(t.professionnel_id), array_agg(t.etablissement_id) into pros, creches from touchees t;
    when 'agent' then
      select array_agg(p.id) into pros from eaje.professionnel p where p.agent_id in (select t.id from touchees t);
    when 'absence_agent' then
      select array_agg(p.id) into pros from eaje.professionnel p where p.agent_id in (select t.agent_id from touchees t);
  end case;
  if pros is not null then
    -- Chez eux, et partout où ils viennent en renfort : les mêmes heures en deux lieux ne comptent dans aucun.
    select coalesce(creches, '{}') || coalesce(array_agg(x.etablissement_id), '{}') into creches from (
      select p.etablissement_id from eaje.professionnel p where p.id = any (pros)
      union select v.etablissement_id from eaje.vacation v where v.professionnel_id = any (pros)) x;
  end if;
  insert into eaje.revision (etablissement_id)
  select e.id from eaje.etablissement e where e.id = any (creches) order by e.id
  on conflict (etablissement_id) do update set numero = gen_random_uuid();
  return null;
end $$;

-- Un enfant peut avoir un contrat ou une réservation ailleurs que là où il est inscrit.
create function eaje.creches_des_enfants(enfants uuid[]) returns uuid[]
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(x.etablissement_id), '{}') from (
    select c.etablissement_id from eaje.contrat c where c.enfant_id = any (enfants)
    union select r.etablissement_id from eaje.reservation r where r.enfant_id = any (enfants)) x
$$;

do $$
declare t record;
begin
  for t in
    select * from (values
      ('eaje.etablissement', 'etablissement'), ('organisation.unite', 'unite'),
      ('eaje.autorisation', 'creche'), ('eaje.modulation', 'creche'), ('eaje.fermeture', 'creche'),
      ('eaje.contrat', 'creche'), ('eaje.reservation', 'creche'), ('eaje.enfant', 'enfant'), ('eaje.absence', 'absence'),
      ('eaje.professionnel', 'professionnel'), ('eaje.horaire', 'horaire'), ('eaje.vacation', 'vacation'),
      ('organisation.agent', 'agent'), ('organisation.absence', 'absence_agent')) as x(nom, chemin)
  loop
    execute format('create trigger noter_ajout after insert on %s referencing new table as touchees
      for each statement execute function eaje.noter_revision(%L)', t.nom, t.chemin);
    execute format('create trigger noter_avant after update on %s referencing old table as touchees
      for each statement execute function eaje.noter_revision(%L)', t.nom, t.chemin);
    execute format('create trigger noter_apres after update on %s referencing new table as touchees
      for each statement execute function eaje.noter_revision(%L)', t.nom, t.chemin);
    execute format('create trigger noter_retrait after delete on %s referencing old table as touchees
      for each statement execute function eaje.noter_revision(%L)', t.nom, t.chemin);
  end loop;
end $$;
