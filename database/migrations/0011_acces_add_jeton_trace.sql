-- Le journal dit par quel jeton de l'API un acte est passé : la base l'ajoute elle-même, aucun acte ne peut l'oublier.
create or replace function acces.message_de_session() returns text
language sql stable parallel safe set search_path = pg_catalog, pg_temp as $$
  select concat_ws('|', current_setting('marelle.agent', true), current_setting('marelle.unites', true),
    current_setting('marelle.habilitations', true), coalesce(current_setting('marelle.jeton_api', true), ''),
    pg_backend_pid(), extract(epoch from transaction_timestamp()))
$$;

-- Le dernier usage s'écrit une fois par heure, et seulement pour un jeton qui ouvre vraiment.
create or replace function acces.ouvrir_jeton_api(empreinte_du_jeton text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare trouve comptes.jeton_api; ouverte jsonb;
begin
  select j.* into trouve from comptes.jeton_api j
    where j.empreinte = empreinte_du_jeton and j.revoque_le is null and j.expire_le > now();
  if not found then return null; end if;
  ouverte := acces.ouvrir_agent(trouve.agent_id, trouve.portees);
  if ouverte is null then return null; end if;
  perform set_config('marelle.jeton_api', trouve.id::text, true);
  perform set_config('marelle.sceau', acces.sceller(acces.message_de_session()), true);
  if trouve.dernier_usage_le is null or trouve.dernier_usage_le < now() - interval '1 hour' then
    update comptes.jeton_api j set dernier_usage_le = now()
      where j.id in (select v.id from comptes.jeton_api v where v.id = trouve.id for update skip locked);
  end if;
  return ouverte || jsonb_build_object('jetonApi', trouve.id);
end $$;

create function journal.signer_jeton() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if coalesce(current_setting('marelle.jeton_api', true), '') <> '' and acces.session_ouverte() then
    new.detail := new.detail || jsonb_build_object('jetonApi', current_setting('marelle.jeton_api', true));
  end if;
  return new;
end $$;
-- Avant `chainer`, dans l'ordre des noms : le jeton entre dans l'empreinte.
create trigger ajouter_jeton before insert on journal.evenement for each row execute function journal.signer_jeton();
