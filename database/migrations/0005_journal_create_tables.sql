-- Journal en ajout seul, chaîné par empreinte. Trente-deux chaînes : un écrivain prend la première libre et n'attend personne.
create table journal.evenement (
  id uuid primary key default gen_random_uuid(),
  chaine smallint not null default 0,
  rang bigint not null default 0,
  le timestamptz not null default clock_timestamp(),
  agent_id uuid,
  systeme text,
  acte text not null,
  enfant_id uuid,
  objet_id uuid,
  detail jsonb not null default '{}',
  precedent bytea not null default '',
  empreinte bytea not null default '',
  constraint evenement_rang unique (chaine, rang),
  check (num_nonnulls(agent_id, systeme) >= 1)
);
create index on journal.evenement (enfant_id, le desc) where enfant_id is not null;
create index on journal.evenement (agent_id, le desc) where agent_id is not null;
create index on journal.evenement (acte, le desc);
create index on journal.evenement (le desc);

-- Forme exacte de ce qui est scellé : `src/server/journal-chaine.ts` la recalcule hors de la base.
create function journal.message(e journal.evenement) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select concat_ws(E'\x1f', e.chaine, e.rang, (extract(epoch from e.le) * 1000000)::bigint, coalesce(e.agent_id::text, '-'),
    coalesce(e.systeme, '-'), e.acte, coalesce(e.enfant_id::text, '-'), coalesce(e.objet_id::text, '-'), e.id, e.detail::text)
$$;

create function journal.chainer() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  chaines constant integer := 32;
  depart constant integer := pg_backend_pid() % chaines;
  choisie integer := null;
  tete record;
begin
  for i in 0 .. chaines - 1 loop
    if pg_try_advisory_xact_lock(1296126531, (depart + i) % chaines) then
      choisie := (depart + i) % chaines;
      exit;
    end if;
  end loop;
  if choisie is null then
    choisie := depart;
    perform pg_advisory_xact_lock(1296126531, choisie);
  end if;
  select e.rang, e.empreinte into tete from journal.evenement e where e.chaine = choisie order by e.rang desc limit 1;
  new.chaine := choisie;
  new.rang := coalesce(tete.rang, 0) + 1;
  new.precedent := coalesce(tete.empreinte, sha256(convert_to('marelle/' || choisie, 'UTF8')));
  -- La reprise et la démonstration datent leurs évènements ; une personne connectée ne choisit ni l'heure ni l'auteur.
  if acces.session_ouverte() then
    new.agent_id := acces.agent_courant();
    new.le := clock_timestamp();
  else
    new.le := coalesce(new.le, clock_timestamp());
  end if;
  new.empreinte := sha256(new.precedent || convert_to(journal.message(new), 'UTF8'));
  return new;
end $$;
create trigger chainer before insert on journal.evenement for each row execute function journal.chainer();

create function journal.refuser() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'Le journal ne se modifie pas' using errcode = '42501';
end $$;
create trigger refuser before update or delete or truncate on journal.evenement
  for each statement execute function journal.refuser();

-- Sceau : l'empreinte de toutes les têtes de chaîne à un instant, lui-même chaîné. Une fin de chaîne arrachée se voit.
create table journal.sceau (
  rang bigint primary key,
  le timestamptz not null,
  tetes jsonb not null,
  precedent bytea not null,
  empreinte bytea not null
);
create trigger refuser before update or delete or truncate on journal.sceau
  for each statement execute function journal.refuser();

create function journal.poser_sceau() returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare dernier journal.sceau; tetes jsonb; instant timestamptz := clock_timestamp();
begin
  perform pg_advisory_xact_lock(1296126532, 0);
  select s.* into dernier from journal.sceau s order by s.rang desc limit 1;
  select coalesce(jsonb_object_agg(t.chaine::text, jsonb_build_array(t.rang, encode(t.empreinte, 'hex'))), '{}') into tetes
    from (select distinct on (e.chaine) e.chaine, e.rang, e.empreinte from journal.evenement e order by e.chaine, e.rang desc) t;
  if dernier.rang is not null and dernier.tetes = tetes then return dernier.rang; end if;
  insert into journal.sceau (rang, le, tetes, precedent, empreinte)
  select coalesce(dernier.rang, 0) + 1, instant, tetes, p.precedent,
    sha256(p.precedent || convert_to(concat_ws(E'\x1f', coalesce(dernier.rang, 0) + 1, (extract(epoch from instant) * 1000000)::bigint, tetes::text), 'UTF8'))
  from (select coalesce(dernier.empreinte, sha256(convert_to('marelle/sceau', 'UTF8'))) as precedent) p;
  return coalesce(dernier.rang, 0) + 1;
end $$;
revoke execute on function journal.poser_sceau() from public;
