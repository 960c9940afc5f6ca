-- Les clés et leurs marques ne se lisent qu'à travers rapprochement.ressemblances(), qui ne rend que ce que l'agent voit.
-- Dire que deux fiches sont deux personnes demande de les reconnaître toutes deux, et de pouvoir les corriger ou en ouvrir.
create policy lire on rapprochement.distinction for select to marelle_agent
  using (acces.reconnait_personne(distinction.personne_id) and acces.reconnait_personne(distinction.autre_id));
create policy dire on rapprochement.distinction for insert to marelle_agent
  with check (((select acces.peut('enfants.modifier')) or (select acces.peut('enfants.creer')))
    and personne_id <> autre_id and par_id = (select acces.agent_courant())
    and acces.reconnait_personne(distinction.personne_id) and acces.reconnait_personne(distinction.autre_id));
revoke update, delete on rapprochement.distinction from marelle_agent;
revoke all on rapprochement.cle_recherche, rapprochement.cle_en_attente, rapprochement.cle_version from marelle_agent;
revoke execute on function rapprochement.demander_cles(), rapprochement.marquer_cles(uuid[]) from public;
grant execute on function rapprochement.ressemblances(text[], integer, uuid, integer), rapprochement.fiches_reconnues(uuid[]) to marelle_agent;
