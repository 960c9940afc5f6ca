-- Les lignes d'une crèche se lisent de qui la suit ou la finance, et du service qui tient la ligne. Elles se votent de qui finance la
-- crèche, ou du service ; celles que la crèche tient se dépensent aussi par elle. Rien ne s'efface : aucune politique ne le permet.
-- `droits.ts` dit la même chose ; un essai les compare.
create policy lire on eaje.ligne_budget for select to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[])
    or etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[])
    or ((select acces.peut('creches.financer')) and service_id = any ((select acces.unites_courantes())::uuid[])));
create policy voter on eaje.ligne_budget for insert to marelle_agent
  with check (etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[]));
create policy modifier on eaje.ligne_budget for update to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[])
    or ((select acces.peut('creches.financer')) and service_id = any ((select acces.unites_courantes())::uuid[])))
  with check (etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[])
    or ((select acces.peut('creches.financer')) and service_id = any ((select acces.unites_courantes())::uuid[])));

create policy lire on eaje.engagement for select to marelle_agent
  using (ligne_id in (select l.id from eaje.ligne_budget l));
create policy engager on eaje.engagement for insert to marelle_agent
  with check (ligne_id = any ((select acces.mes_lignes_tenues())::uuid[]) and par = (select acces.agent_courant()));
create policy corriger on eaje.engagement for update to marelle_agent
  using (ligne_id = any ((select acces.mes_lignes_tenues())::uuid[])) with check (ligne_id = any ((select acces.mes_lignes_tenues())::uuid[]));

create policy lire on eaje.mandatement for select to marelle_agent
  using (engagement_id in (select e.id from eaje.engagement e));
create policy mandater on eaje.mandatement for insert to marelle_agent
  with check (par = (select acces.agent_courant()) and engagement_id in (
    select e.id from eaje.engagement e where e.ligne_id = any ((select acces.mes_lignes_tenues())::uuid[])));
create policy corriger on eaje.mandatement for update to marelle_agent
  using (engagement_id in (select e.id from eaje.engagement e where e.ligne_id = any ((select acces.mes_lignes_tenues())::uuid[])))
  with check (engagement_id in (select e.id from eaje.engagement e where e.ligne_id = any ((select acces.mes_lignes_tenues())::uuid[])));

create policy lire on eaje.depense_correction for select to marelle_agent
  using (engagement_id in (select e.id from eaje.engagement e));
create policy dire on eaje.depense_correction for insert to marelle_agent
  with check (par = (select acces.agent_courant()) and engagement_id in (
    select e.id from eaje.engagement e where e.ligne_id = any ((select acces.mes_lignes_tenues())::uuid[])));

create policy lire on eaje.arbitrage_budget for select to marelle_agent
  using (ligne_id in (select l.id from eaje.ligne_budget l));
create policy arbitrer on eaje.arbitrage_budget for insert to marelle_agent
  with check (par = (select acces.agent_courant()) and ligne_id in (
    select l.id from eaje.ligne_budget l where l.etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[])
      or ((select acces.peut('creches.financer')) and l.service_id = any ((select acces.unites_courantes())::uuid[]))));

-- La crèche atteste ce qu'elle a vu faire, même payé par un autre : la ligne, elle, ne bouge pas.
create policy lire on eaje.service_fait for select to marelle_agent
  using (ligne_id in (select l.id from eaje.ligne_budget l));
create policy attester on eaje.service_fait for insert to marelle_agent
  with check (ligne_id in (select l.id from eaje.ligne_budget l) and coalesce(atteste_par, (select acces.agent_courant())) = (select acces.agent_courant()));
create policy corriger on eaje.service_fait for update to marelle_agent
  using (ligne_id in (select l.id from eaje.ligne_budget l))
  with check (ligne_id in (select l.id from eaje.ligne_budget l) and coalesce(atteste_par, (select acces.agent_courant())) = (select acces.agent_courant()));
create policy lire on eaje.service_correction for select to marelle_agent
  using (service_id in (select s.id from eaje.service_fait s));
create policy dire on eaje.service_correction for insert to marelle_agent
  with check (service_id in (select s.id from eaje.service_fait s) and par = (select acces.agent_courant()));

revoke all on eaje.fait_budget from marelle_agent;
