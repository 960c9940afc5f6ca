-- Une trame se lit de tout agent connecté, qui en remplit ; elle ne se change que par qui les gère, et seulement en ajoutant.
create policy lire on trames.trame for select to marelle_agent using ((select acces.session_ouverte()));
create policy deposer on trames.trame for insert to marelle_agent
  with check ((select acces.peut('trames.gerer')) and par_id = (select acces.agent_courant()));
revoke insert, update, delete on trames.trame from marelle_agent;
revoke update, delete on trames.trame from marelle_systeme;
-- L'instant est posé par la base.
grant insert (id, nature, version, contenu, fichier_nom, motif, par_id) on trames.trame to marelle_agent;
