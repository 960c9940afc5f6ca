-- Les familles des crèches ne se lisent que de qui les accueille ; enfants, contrats et absences, de qui voit la crèche.
create policy lire on eaje.famille for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]));
create policy tenir on eaje.famille to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]));
create policy lire on eaje.ressources for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]));
create policy tenir on eaje.ressources to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]));
create policy lire on eaje.enfant for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.enfant to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]));
create policy lire on eaje.contrat for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.contrat to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]));
create policy lire on eaje.reservation for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.reservation to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]));
create policy lire on eaje.absence for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.absence to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]));
-- Le barème des participations se lit de qui voit une crèche, et se tient de qui tient celui de la PSU.
create policy lire on eaje.bareme_participation for select to marelle_agent using ((select acces.peut('creches.lire')));
create policy tenir on eaje.bareme_participation to marelle_agent
  using ((select acces.peut('creches.financer'))) with check ((select acces.peut('creches.financer')));
