create policy lire on eaje.heures_sante for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.heures_sante to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]));
