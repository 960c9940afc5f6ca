-- Les travaux : lus de qui suit la crèche. Un besoin s'écrit de qui la suit ; ce qui en est décidé, de qui la tient aussi. L'argent de l'impact
-- ne se lit que de qui la finance. Un relogement se lit des deux crèches. La vue des faits ne sert qu'au calcul des échéances.
create policy lire on eaje.dossier_travaux for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]));
create policy demander on eaje.dossier_travaux for insert to marelle_agent
  with check (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]) and etat = 'BESOIN');
create policy decider on eaje.dossier_travaux for update to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[])
    and (etat = 'BESOIN' or etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])))
  with check (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[])
    and (etat = 'BESOIN' or etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])));
create policy lire on eaje.impact_travaux for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]));
create policy chiffrer on eaje.impact_travaux to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]))
  with check (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]) and par = (select acces.agent_courant()));
create policy lire on eaje.impact_psu for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[]));
create policy chiffrer on eaje.impact_psu to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[]) and etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]))
  with check (etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[]) and etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]));
create policy lire on eaje.relogement for select to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]) or hote_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]));
create policy reloger on eaje.relogement to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]))
  with check (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]) and hote_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]));
create policy lire on eaje.point_reouverture for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]));
create policy tenir on eaje.point_reouverture to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]))
  with check (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]) and par = (select acces.agent_courant()));
create policy lire on eaje.information_travaux for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]));
create policy dire on eaje.information_travaux for insert to marelle_agent
  with check (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]) and par = (select acces.agent_courant()));
create policy corriger on eaje.information_travaux for update to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]))
  with check (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]) and par = (select acces.agent_courant()));
create policy retirer on eaje.information_travaux for delete to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]));
create policy lire on eaje.travaux_correction for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]));
create policy dire on eaje.travaux_correction for insert to marelle_agent
  with check (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]) and par = (select acces.agent_courant()));
revoke all on eaje.fait_travaux from marelle_agent;
