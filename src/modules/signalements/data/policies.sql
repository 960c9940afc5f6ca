-- Le signalement se rédige de qui conduit l'information ; ip.garder_signalement tient la signature.
create policy lire on ip.signalement for select to marelle_agent using (acces.conduit_information(information_id));
create policy rediger on ip.signalement for insert to marelle_agent
  with check (acces.conduit_information(information_id) and etat = 'brouillon' and signataire_id is null);
create policy suivre on ip.signalement for update to marelle_agent
  using (acces.conduit_information(information_id)) with check (acces.conduit_information(information_id));

revoke delete on ip.signalement from marelle_agent;
grant select on acces.signalements_que_je_conduis to marelle_agent;
