-- Un dossier fermé se rouvre, avec une raison ; l'histoire garde la fermeture annulée.
create table enfants.reouverture (
  id uuid primary key,
  enfant_id uuid not null references enfants.enfant (id),
  clos_le date not null,
  rouvert_le date not null,
  motif text not null check (motif in ('information', 'mesure', 'demande', 'erreur', 'autre')),
  explication text not null check (length(trim(explication)) >= 10),
  cree_le timestamptz not null default transaction_timestamp(),
  cree_par uuid default acces.agent_courant() references organisation.agent (id)
);
create index reouverture_enfant_id_idx on enfants.reouverture (enfant_id);
create index reouverture_cree_par_idx on enfants.reouverture (cree_par);

-- Rouvrir demande de pouvoir ouvrir un dossier, et de suivre l'enfant ou d'encadrer une unité qui l'a suivi : l'avoir ouvert en
-- urgence ne suffit pas.
create view acces.enfants_a_rouvrir with (security_barrier = false) as
  select e.id as enfant_id from enfants.enfant e
  where e.clos_le is not null and (select acces.peut('enfants.creer'))
    and (exists (select 1 from acces.enfants_que_je_suis s where s.enfant_id = e.id)
      or (not e.restreint and e.clos_le < (select acces.aujourdhui()) and (select acces.peut('enfants.lire-clos'))
        and exists (select 1 from enfants.mission m where m.enfant_id = e.id and m.unite_id = any ((select acces.unites_courantes())::uuid[]))));

-- Changer ou effacer une fermeture, c'est rouvrir ; l'effacer demande que la raison soit écrite.
create function enfants.garder_fermeture() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.clos_le is null or new.clos_le is not distinct from old.clos_le or not acces.session_ouverte() then
    return new;
  end if;
  if not exists (select 1 from acces.enfants_a_rouvrir r where r.enfant_id = old.id) then
    raise exception 'Rouvrir un dossier demande une habilitation' using errcode = '42501';
  end if;
  if new.clos_le is null and not exists (select 1 from enfants.reouverture r where r.enfant_id = old.id and r.clos_le = old.clos_le) then
    raise exception 'Un dossier se rouvre avec une raison' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger garder_fermeture before update on enfants.enfant for each row execute function enfants.garder_fermeture();
