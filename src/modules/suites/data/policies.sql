-- La décision se lit de qui voit l'information ; elle s'écrit une fois, sous le nom de qui décide, par une délégation de ce jour.
create policy lire on ip.decision for select to marelle_agent
  using (acces.voit_information(information_id));
create policy decider on ip.decision for insert to marelle_agent
  with check ((select acces.peut('ip.decider')) and signataire_id = (select acces.agent_courant()) and decidee_le = (select acces.aujourdhui())
    and acces.conduit_information(information_id)
    and acces.signature_vaut(signataire_id, 'ip.decider', (select i.unite_id from ip.information i where i.id = information_id), decidee_le)
    and exists (select 1 from ip.rapport r where r.information_id = decision.information_id and r.valide_le is not null));

create policy lire on ip.mesure_envisagee for select to marelle_agent using (acces.voit_information(information_id));
create policy envisager on ip.mesure_envisagee for insert to marelle_agent
  with check ((select acces.peut('ip.decider')) and acces.conduit_information(information_id)
    and exists (select 1 from ip.mineur m where m.id = mineur_id and m.information_id = mesure_envisagee.information_id));
create policy suivre on ip.mesure_envisagee for update to marelle_agent
  using (acces.conduit_information(information_id)) with check (acces.conduit_information(information_id));

revoke update, delete on ip.decision from marelle_agent;
revoke delete on ip.mesure_envisagee from marelle_agent;
