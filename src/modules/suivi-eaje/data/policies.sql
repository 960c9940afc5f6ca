-- Contrôles, suites et faits marquants : de qui suit les crèches, dans ses unités. La vue des faits ne sert qu'au calcul des échéances.
create policy suivre on eaje.controle to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]))
  with check (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]));
create policy suivre on eaje.mesure_corrective to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]))
  with check (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]));
create policy suivre on eaje.fait_marquant to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]))
  with check (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]));
create policy lire on eaje.fait_information for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]));
create policy dire on eaje.fait_information for insert to marelle_agent
  with check (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]) and par = (select acces.agent_courant())
    and exists (select 1 from eaje.fait_marquant f where f.id = fait_id and f.etablissement_id = fait_information.etablissement_id));
revoke all on eaje.fait_suivi from marelle_agent;
create policy corriger on eaje.fait_information for update to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]))
  with check (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]) and par = (select acces.agent_courant())
    and exists (select 1 from eaje.fait_marquant f where f.id = fait_id and f.etablissement_id = fait_information.etablissement_id));
create policy retirer on eaje.fait_information for delete to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]));
create policy lire on eaje.suivi_correction for select to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]));
create policy dire on eaje.suivi_correction for insert to marelle_agent
  with check (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]) and par = (select acces.agent_courant()));
