-- Voir un enfant, une personne, un à la fois : le sceau se vérifie une fois par enfant, puis ne se suivent que des index. Mêmes
-- prédicats que acces.mes_enfants et acces.mes_personnes, qui restent les définitions par ensembles ; des tirages les confrontent.
create function acces.voit_enfant(enfant uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  moi uuid;
  unites uuid[];
  habilitations text[];
  jour date;
begin
  if not acces.session_ouverte() then return false; end if;
  moi := nullif(current_setting('marelle.agent', true), '')::uuid;
  unites := current_setting('marelle.unites', true)::uuid[];
  habilitations := current_setting('marelle.habilitations', true)::text[];
  jour := acces.aujourdhui();
  return exists (select 1 from enfants.enfant e where e.id = enfant and case when e.restreint
    then exists (select 1 from enfants.acces_nomme n where n.enfant_id = e.id and n.agent_id = moi and n.periode @> jour)
    else exists (select 1 from enfants.mission m where m.enfant_id = e.id and (
        (m.agent_id = moi and m.periode @> jour and 'enfants.lire-mission' = any (habilitations))
        or (m.unite_id = any (unites) and m.periode @> jour and 'enfants.lire-perimetre' = any (habilitations))
        or (m.unite_id = any (unites) and e.clos_le < jour and 'enfants.lire-clos' = any (habilitations))))
      or exists (select 1 from enfants.bris_de_glace b where b.enfant_id = e.id and b.agent_id = moi and b.expire_le > now())
    end);
end $$;

create or replace function acces.voit_personne(personne uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return acces.voit_enfant(personne)
    or (not exists (select 1 from enfants.enfant e where e.id = personne and e.restreint)
      and exists (select 1 from enfants.lien l where l.personne_id = personne and acces.voit_enfant(l.enfant_id)))
    or exists (select 1 from enfants.personne p where p.id = personne and p.cree_le = transaction_timestamp() and p.cree_par = acces.agent_courant());
end $$;
