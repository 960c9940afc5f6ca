-- L'organisation se lit par tout agent connecté ; elle ne se change que par qui la gère.
create policy lire on organisation.installation for select to marelle_agent using ((select acces.session_ouverte()));
create policy lire on organisation.commune for select to marelle_agent using ((select acces.session_ouverte()));
create policy lire on organisation.unite for select to marelle_agent using ((select acces.session_ouverte()));
create policy lire on organisation.unite_ascendance for select to marelle_agent using ((select acces.session_ouverte()));
create policy lire on organisation.secteur for select to marelle_agent using ((select acces.session_ouverte()));
create policy lire on organisation.parametre for select to marelle_agent using ((select acces.session_ouverte()));

create policy gerer on organisation.unite to marelle_agent using ((select acces.peut('organisation.gerer'))) with check ((select acces.peut('organisation.gerer')));
create policy gerer on organisation.secteur to marelle_agent using ((select acces.peut('organisation.gerer'))) with check ((select acces.peut('organisation.gerer')));
create policy gerer on organisation.parametre to marelle_agent using ((select acces.peut('parametres.gerer'))) with check ((select acces.peut('parametres.gerer')));

create policy lire on organisation.avis for select to marelle_agent using (agent_id = (select acces.agent_courant()));
create policy marquer on organisation.avis for update to marelle_agent using (agent_id = (select acces.agent_courant())) with check (agent_id = (select acces.agent_courant()));
create policy adresser on organisation.avis for insert to marelle_agent with check ((select acces.session_ouverte()));
