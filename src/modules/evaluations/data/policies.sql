-- L'évaluation se lit de qui voit l'information ; elle s'écrit de l'équipe et de l'encadrement, chacun sa part.
create policy lire on ip.evaluateur for select to marelle_agent
  using (agent_id = (select acces.agent_courant()) or exists (select 1 from ip.information i where i.id = evaluateur.information_id));
create policy affecter on ip.evaluateur to marelle_agent
  using ((select acces.peut('ip.attribuer')) and acces.conduit_information(information_id))
  with check ((select acces.peut('ip.attribuer')) and acces.conduit_information(information_id));

create policy lire on ip.rencontre for select to marelle_agent
  using (exists (select 1 from ip.information i where i.id = rencontre.information_id));
create policy ecrire on ip.rencontre to marelle_agent
  using ((select acces.peut('ip.evaluer')) and acces.conduit_information(information_id))
  with check ((select acces.peut('ip.evaluer')) and acces.conduit_information(information_id));
create policy lire on ip.rencontre_mineur for select to marelle_agent
  using (exists (select 1 from ip.rencontre r where r.id = rencontre_id));
create policy ecrire on ip.rencontre_mineur to marelle_agent
  using ((select acces.peut('ip.evaluer')) and exists (select 1 from ip.rencontre r where r.id = rencontre_id and acces.conduit_information(r.information_id)))
  with check ((select acces.peut('ip.evaluer')) and exists (select 1 from ip.rencontre r where r.id = rencontre_id and acces.conduit_information(r.information_id)));

create policy lire on ip.avis for select to marelle_agent
  using (exists (select 1 from ip.information i where i.id = avis.information_id));
create policy ecrire on ip.avis to marelle_agent
  using ((select acces.peut('ip.evaluer')) and acces.conduit_information(information_id))
  with check ((select acces.peut('ip.evaluer')) and acces.conduit_information(information_id));

create policy lire on ip.rubrique for select to marelle_agent
  using (exists (select 1 from ip.information i where i.id = rubrique.information_id));
create policy ecrire on ip.rubrique to marelle_agent
  using ((select acces.peut('ip.evaluer')) and acces.conduit_information(information_id))
  with check ((select acces.peut('ip.evaluer')) and acces.conduit_information(information_id));

create policy lire on ip.rapport for select to marelle_agent
  using (exists (select 1 from ip.information i where i.id = rapport.information_id));
create policy ecrire on ip.rapport to marelle_agent
  using (((select acces.peut('ip.evaluer')) or (select acces.peut('ip.valider'))) and acces.conduit_information(information_id))
  with check (((select acces.peut('ip.evaluer')) or (select acces.peut('ip.valider'))) and acces.conduit_information(information_id)
    and (valide_par is null or (select acces.peut('ip.valider'))));

revoke delete on ip.rapport, ip.rencontre from marelle_agent;
