-- Colonnes que better-auth attend, et le second facteur propre à une session ouverte par le fournisseur d'identité.
alter table comptes.second_facteur
  add column failed_verification_count integer not null default 0,
  add column locked_until timestamptz;
alter table comptes.session
  add column second_facteur text check (second_facteur in ('exige', 'fait'));

-- Échecs de connexion, par compte et par réseau. La clé est une empreinte : un nom tapé par erreur n'est gardé nulle part.
create table comptes.tentative (
  cle text primary key,
  echecs integer not null default 0,
  dernier_le timestamptz not null default clock_timestamp()
);
create index on comptes.tentative (dernier_le);

-- Un code à usage unique ne sert qu'une fois.
create table comptes.code_utilise (
  utilisateur_id text not null references comptes.utilisateur on delete cascade,
  empreinte text not null,
  le timestamptz not null default clock_timestamp(),
  primary key (utilisateur_id, empreinte)
);

-- Ce qui était en train d'être tapé quand la session a expiré : chiffré, une heure, pour la même personne.
create table comptes.saisie_en_attente (
  id uuid primary key,
  proprietaire text not null,
  contenu bytea not null,
  expire_le timestamptz not null
);
create index on comptes.saisie_en_attente (proprietaire);
create index on comptes.saisie_en_attente (expire_le);

-- Lien remis à un agent pour choisir son mot de passe : on n'en garde que l'empreinte.
create table comptes.invitation (
  id uuid primary key,
  utilisateur_id text not null references comptes.utilisateur on delete cascade,
  empreinte text not null unique,
  cree_par uuid not null references organisation.agent,
  cree_le timestamptz not null default transaction_timestamp(),
  expire_le timestamptz not null,
  utilisee_le timestamptz
);
create index on comptes.invitation (utilisateur_id);

alter table comptes.jeton_api add column dernier_usage_le timestamptz;

-- Fermer un compte ferme ses sessions dans le même geste.
create function comptes.fermer_sessions() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from comptes.session s where s.user_id = new.id;
  update comptes.invitation i set expire_le = least(i.expire_le, now()) where i.utilisateur_id = new.id and i.utilisee_le is null;
  return null;
end $$;
create trigger fermer_sessions after update of desactive_le on comptes.utilisateur
  for each row when (new.desactive_le is not null and old.desactive_le is null) execute function comptes.fermer_sessions();

-- Retirer le second facteur d'un autre : le compte doit en inscrire un nouveau, et ses sessions ouvertes tombent.
create function comptes.retirer_second_facteur(compte text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not acces.peut('comptes.gerer') then raise exception 'Refusé' using errcode = '42501'; end if;
  update comptes.utilisateur u set two_factor_enabled = false, updated_at = now() where u.id = compte;
  if not found then return false; end if;
  delete from comptes.second_facteur f where f.user_id = compte;
  delete from comptes.session s where s.user_id = compte;
  return true;
end $$;

-- Durée d'inactivité et durée totale d'une session : paramètres du département, 30 minutes et 12 heures à défaut.
create function acces.reglage_session(cle_voulue text, defaut integer, maximum integer) returns interval
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select make_interval(mins => least(maximum, greatest(5, coalesce((
    select (p.valeur #>> '{}')::numeric::integer from organisation.parametre p
    where p.cle = cle_voulue and p.periode @> acces.aujourdhui() and jsonb_typeof(p.valeur) = 'number'), defaut))))
$$;

create or replace function acces.ouvrir(jeton text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare qui record; ouverte jsonb; terme timestamptz; inactivite interval;
begin
  select u.agent_id, u.two_factor_enabled, s.id as session_id, s.expires_at, s.created_at, s.second_facteur,
         exists (select 1 from comptes.moyen_de_connexion m where m.user_id = u.id and m.provider_id = 'credential') as compte_local
    into qui
    from comptes.session s join comptes.utilisateur u on u.id = s.user_id
    where s.token = jeton and s.expires_at > now() and u.desactive_le is null;
  if not found or qui.agent_id is null then return null; end if;
  ouverte := acces.ouvrir_agent(qui.agent_id);
  -- Second facteur obligatoire hors démonstration pour un compte local, ou quand le département le veut aussi après son
  -- fournisseur d'identité : sans lui, l'agent est reconnu mais rien ne s'ouvre.
  if ouverte is not null and not (ouverte ->> 'demo')::boolean
     and (qui.second_facteur = 'exige' or (qui.compte_local and not qui.two_factor_enabled)) then
    perform set_config('marelle.sceau', '', true);
    return jsonb_build_object('secondFacteurRequis', true);
  end if;
  -- La session glisse tant qu'on s'en sert ; on n'écrit qu'une fois par minute, et sans attendre une autre requête.
  inactivite := acces.reglage_session('comptes.session.inactivite-minutes', 30, 720);
  if ouverte is not null and qui.expires_at < now() + inactivite - interval '1 minute' then
    terme := least(now() + inactivite,
                   qui.created_at + acces.reglage_session('comptes.session.duree-minutes', 720, 1440));
    if terme > qui.expires_at then
      update comptes.session s set expires_at = terme, updated_at = now()
        where s.id in (select v.id from comptes.session v where v.id = qui.session_id for update skip locked);
    end if;
  end if;
  return ouverte;
end $$;

create or replace function acces.ouvrir_jeton_api(empreinte_du_jeton text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare trouve comptes.jeton_api;
begin
  select j.* into trouve from comptes.jeton_api j
    where j.empreinte = empreinte_du_jeton and j.revoque_le is null and j.expire_le > now();
  if not found then return null; end if;
  if trouve.dernier_usage_le is null or trouve.dernier_usage_le < now() - interval '1 minute' then
    update comptes.jeton_api j set dernier_usage_le = now()
      where j.id in (select v.id from comptes.jeton_api v where v.id = trouve.id for update skip locked);
  end if;
  return acces.ouvrir_agent(trouve.agent_id, trouve.portees) || jsonb_build_object('jetonApi', trouve.id);
end $$;

revoke execute on function acces.reglage_session(text, integer, integer) from public;
