-- Les heures payées et l'argent d'une crèche se voient et se tiennent de qui la finance, dans ses unités. Un mois figé ne bouge plus, de
-- personne. Le barème est celui de tout le département. `droits.ts` dit la même chose ; un essai les compare.
create policy lire on eaje.mois_activite for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[]));
create policy tenir on eaje.mois_activite to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[]))
  with check (etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[])
    and (fige_par is null or fige_par = (select acces.agent_courant())));
revoke delete on eaje.mois_activite from marelle_agent;
-- Les mois qu'un acte a changés : la base les note, qui recompte les lève.
create policy lire on eaje.mois_a_compter for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[]));
create policy lever on eaje.mois_a_compter for delete to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[]));
revoke insert, update on eaje.mois_a_compter from marelle_agent;
create policy lire on eaje.exercice for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[]));
create policy tenir on eaje.exercice to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.financer'))::uuid[]));
create policy lire on eaje.bareme_psu for select to marelle_agent using ((select acces.peut('creches.financer')));
create policy tenir on eaje.bareme_psu to marelle_agent
  using ((select acces.peut('creches.financer'))) with check ((select acces.peut('creches.financer')));
