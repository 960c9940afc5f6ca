-- Un calendrier dit aussi ce que doit une crèche, à qui la lit.
create or replace function acces.ouvrir_calendrier(empreinte_du_secret text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare trouve alertes.calendrier;
begin
  select c.* into trouve from alertes.calendrier c where c.empreinte = empreinte_du_secret and c.revoque_le is null;
  if not found or not exists (select 1 from comptes.utilisateur u where u.agent_id = trouve.agent_id and u.desactive_le is null) then
    return null;
  end if;
  update alertes.calendrier c set lu_le = now()
    where c.id in (select v.id from alertes.calendrier v where v.id = trouve.id for update skip locked);
  return acces.ouvrir_agent(trouve.agent_id,
    array['enfants.lire-mission', 'enfants.lire-perimetre', 'ip.lire-perimetre', 'ip.evaluer', 'ip.recueillir', 'creches.lire']);
end $$;
