-- Le sol de l'accès : qui parle à la base, prouvé par un sceau que seule la base sait faire.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create schema acces;
create schema organisation;
create schema comptes;
create schema enfants;
create schema journal;

-- Clé du sceau de session, tirée une fois ; le propriétaire seul la lit.
create table acces.cle (
  unique_ligne boolean primary key default true check (unique_ligne),
  interne bytea not null,
  externe bytea not null
);
insert into acces.cle (interne, externe)
select
  (select string_agg(set_byte('\x00'::bytea, 0, get_byte(k, i) # 54), ''::bytea order by i) from generate_series(0, 63) i),
  (select string_agg(set_byte('\x00'::bytea, 0, get_byte(k, i) # 92), ''::bytea order by i) from generate_series(0, 63) i)
from (select sha256(gen_random_uuid()::text::bytea || clock_timestamp()::text::bytea)
          || sha256(gen_random_uuid()::text::bytea || gen_random_uuid()::text::bytea) as k) tirage;

-- Profil de poste → habilitations : copie de `src/shared/habilitation.ts`, synchronisée à chaque migration.
create table acces.habilitation_profil (
  profil text not null,
  habilitation text not null,
  primary key (profil, habilitation)
);

-- HMAC-SHA-256 (RFC 2104) avec les seules fonctions de PostgreSQL : une injection SQL ne peut pas devenir quelqu'un d'autre.
create function acces.sceller(message text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select encode(sha256(c.externe || sha256(c.interne || convert_to(message, 'UTF8'))), 'hex') from acces.cle c
$$;

create function acces.message_de_session() returns text
language sql stable parallel safe set search_path = pg_catalog, pg_temp as $$
  select concat_ws('|', current_setting('marelle.agent', true), current_setting('marelle.unites', true),
    current_setting('marelle.habilitations', true), pg_backend_pid(), extract(epoch from transaction_timestamp()))
$$;

create function acces.session_ouverte() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(current_setting('marelle.sceau', true), '') <> ''
     and current_setting('marelle.sceau', true) = acces.sceller(acces.message_de_session())
$$;

create function acces.agent_courant() returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when acces.session_ouverte() then nullif(current_setting('marelle.agent', true), '')::uuid end
$$;

create function acces.unites_courantes() returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when acces.session_ouverte() then current_setting('marelle.unites', true)::uuid[] else '{}'::uuid[] end
$$;

create function acces.peut(habilitation text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select acces.session_ouverte() and habilitation = any (current_setting('marelle.habilitations', true)::text[])
$$;

-- Clé de comparaison des noms : minuscules, sans accent ni ligature, un seul espace entre les mots.
create function acces.normalise(texte text) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select btrim(regexp_replace(
    replace(replace(replace(lower(regexp_replace(normalize(coalesce(texte, ''), NFD), '[\u0300-\u036f]', '', 'g')), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'),
    '[^a-z0-9]+', ' ', 'g'))
$$;

-- Bornes incluses vers daterange, fin nulle = toujours en cours.
create function acces.periode(du date, au date) returns daterange
language sql immutable parallel safe as $$ select daterange(du, au, '[]') $$;
