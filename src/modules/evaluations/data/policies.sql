-- L'évaluation se lit de qui voit l'information ; elle s'écrit de son équipe, qui signe ce qu'elle écrit ; l'encadrement la valide.
create policy lire on ip.rencontre for select to marelle_agent
  using (acces.voit_information(information_id));
create policy ecrire on ip.rencontre to marelle_agent
  using (acces.evalue_information(information_id))
  with check (acces.evalue_information(information_id) and par_id = (select acces.agent_courant()));
create policy lire on ip.rencontre_mineur for select to marelle_agent
  using (exists (select 1 from ip.rencontre r where r.id = rencontre_id));
create policy ecrire on ip.rencontre_mineur to marelle_agent
  using (exists (select 1 from ip.rencontre r where r.id = rencontre_id and acces.evalue_information(r.information_id)))
  with check (exists (select 1 from ip.rencontre r where r.id = rencontre_id and acces.evalue_information(r.information_id)));

create policy lire on ip.avis for select to marelle_agent
  using (acces.voit_information(information_id));
create policy ecrire on ip.avis to marelle_agent
  using (acces.evalue_information(information_id))
  with check (acces.evalue_information(information_id) and par_id = (select acces.agent_courant()));

create policy lire on ip.rubrique for select to marelle_agent
  using (acces.voit_information(information_id));
create policy ecrire on ip.rubrique to marelle_agent
  using (acces.evalue_information(information_id))
  with check (acces.evalue_information(information_id) and modifiee_par = (select acces.agent_courant()));

create policy lire on ip.volet for select to marelle_agent
  using (acces.voit_information(information_id));
create policy ecrire on ip.volet to marelle_agent
  using (acces.evalue_information(information_id))
  with check (acces.evalue_information(information_id) and modifie_par = (select acces.agent_courant()));

-- Le déclencheur garder_rapport tient le fond à l'équipe ; la validation se signe de son nom.
create policy lire on ip.rapport for select to marelle_agent
  using (acces.voit_information(information_id));
create policy ouvrir on ip.rapport for insert to marelle_agent
  with check (acces.evalue_information(information_id) and remis_par is null and valide_par is null);
create policy tenir on ip.rapport for update to marelle_agent
  using (acces.evalue_information(information_id) or ((select acces.peut('ip.valider')) and acces.conduit_information(information_id)))
  with check (case when valide_par is null
    then acces.evalue_information(information_id) or ((select acces.peut('ip.valider')) and acces.conduit_information(information_id))
    else valide_par = (select acces.agent_courant()) and (select acces.peut('ip.valider')) and acces.conduit_information(information_id) end);

revoke delete on ip.rapport, ip.rencontre, ip.avis, ip.rubrique, ip.volet from marelle_agent;
