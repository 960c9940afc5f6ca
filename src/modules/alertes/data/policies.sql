-- Chacun lit ce qui le concerne, et lui seul ; les courriels et les escalades ne s'écrivent que par le tour du matin.
create policy lire on alertes.courriel for select to marelle_agent using (agent_id = (select acces.agent_courant()));
create policy lire on alertes.escalade for select to marelle_agent
  using ((select acces.agent_courant()) in (agent_id, superieur_id));
create policy regler on alertes.preference to marelle_agent
  using (agent_id = (select acces.agent_courant())) with check (agent_id = (select acces.agent_courant()));
create policy ouvrir on alertes.calendrier to marelle_agent
  using (agent_id = (select acces.agent_courant())) with check (agent_id = (select acces.agent_courant()));
create policy publier on alertes.rendez_vous to marelle_agent
  using (agent_id = (select acces.agent_courant())) with check (agent_id = (select acces.agent_courant()));
revoke insert, update, delete on alertes.courriel, alertes.escalade from marelle_agent;
revoke all on alertes.tournee from marelle_agent;
