-- Les agents et leurs postes se lisent par tout agent connecté ; ils ne se changent que par qui gère l'organisation.
create policy lire on organisation.agent for select to marelle_agent using ((select acces.session_ouverte()));
create policy lire on organisation.poste for select to marelle_agent using ((select acces.session_ouverte()));
create policy lire on organisation.affectation for select to marelle_agent using ((select acces.session_ouverte()));
create policy lire on organisation.absence for select to marelle_agent using ((select acces.session_ouverte()));
create policy gerer on organisation.agent to marelle_agent using ((select acces.peut('organisation.gerer'))) with check ((select acces.peut('organisation.gerer')));
create policy gerer on organisation.poste to marelle_agent using ((select acces.peut('organisation.gerer'))) with check ((select acces.peut('organisation.gerer')));
create policy gerer on organisation.affectation to marelle_agent using ((select acces.peut('organisation.gerer'))) with check ((select acces.peut('organisation.gerer')));

-- Absence : saisie par la hiérarchie de l'agent ou par qui gère l'organisation. Son motif n'est lu que d'eux et de l'intéressé.
create policy gerer on organisation.absence to marelle_agent
  using ((select acces.peut('organisation.gerer')) or exists (select 1 from acces.mon_equipe e where e.agent_id = absence.agent_id))
  with check ((select acces.peut('organisation.gerer')) or exists (select 1 from acces.mon_equipe e where e.agent_id = absence.agent_id));
create policy lire on organisation.absence_motif to marelle_agent
  using (exists (select 1 from organisation.absence a where a.id = absence_motif.absence_id
    and (a.agent_id = (select acces.agent_courant()) or (select acces.peut('organisation.gerer'))
      or exists (select 1 from acces.mon_equipe e where e.agent_id = a.agent_id))))
  with check (exists (select 1 from organisation.absence a where a.id = absence_motif.absence_id
    and ((select acces.peut('organisation.gerer')) or exists (select 1 from acces.mon_equipe e where e.agent_id = a.agent_id))));
