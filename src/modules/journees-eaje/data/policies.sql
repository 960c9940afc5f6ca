-- Les journées comptées d'une crèche se lisent de qui lit la crèche, comme le jour même. Personne ne les écrit : la nuit les compte.
create policy lire on eaje.journee_resumee for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy lire on eaje.mois_a_resumer for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
revoke insert, update, delete on eaje.journee_resumee, eaje.mois_a_resumer from marelle_agent;
