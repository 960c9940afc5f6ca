-- L'équipe se lit de chacun de ses membres et de qui voit l'information ; elle se change de qui attribue.
create policy lire on ip.evaluateur for select to marelle_agent
  using (agent_id = (select acces.agent_courant()) or acces.voit_information(information_id));
create policy affecter on ip.evaluateur to marelle_agent
  using ((select acces.peut('ip.attribuer')) and acces.conduit_information(information_id))
  with check ((select acces.peut('ip.attribuer')) and acces.conduit_information(information_id));

-- Un évaluateur ne se change pas en un autre : sa période seule se termine.
revoke update on ip.evaluateur from marelle_agent;
grant update (periode, motif_fin) on ip.evaluateur to marelle_agent;
grant execute on function ip.charges(uuid[]) to marelle_agent;
