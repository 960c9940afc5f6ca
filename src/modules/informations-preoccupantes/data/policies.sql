-- La cellule voit toutes les informations, l'encadrement celles de ses unités, l'évaluateur les siennes, qui suit un enfant les
-- siennes en lecture. Un enfant au dossier restreint restreint son information aux personnes nommées.
create policy lire on ip.information for select to marelle_agent using (
  ((select acces.peut('ip.recueillir'))
    or (unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('ip.lire-perimetre')))
    or id in (select e.information_id from acces.mes_evaluations e)
    or id in (select d.information_id from acces.informations_de_mes_enfants d)
    or (cree_le = transaction_timestamp() and cree_par = (select acces.agent_courant())))
  and id not in (select r.information_id from acces.informations_restreintes r));
create policy creer on ip.information for insert to marelle_agent with check ((select acces.peut('ip.recueillir')));
create policy conduire on ip.information for update to marelle_agent
  using (acces.conduit_information(id))
  with check ((select acces.peut('ip.recueillir')) or unite_id = any ((select acces.unites_courantes())::uuid[])
    or id in (select e.information_id from acces.mes_evaluations e));

-- L'anonymat demandé se garde de qui n'a pas à le savoir.
create policy lire on ip.auteur for select to marelle_agent
  using (acces.conduit_information(information_id) and (not anonymat_demande or (select acces.peut('ip.lire-auteur'))));
-- Écrire n'est pas lire : une politique pour tous les actes ouvrirait la lecture à qui recueille sans pouvoir lire l'auteur.
create policy inscrire on ip.auteur for insert to marelle_agent
  with check ((select acces.peut('ip.recueillir')) and acces.conduit_information(information_id));
create policy corriger on ip.auteur for update to marelle_agent
  using ((select acces.peut('ip.recueillir')) and acces.conduit_information(information_id))
  with check ((select acces.peut('ip.recueillir')) and acces.conduit_information(information_id));

create policy lire on ip.mineur for select to marelle_agent using (acces.voit_information(information_id));
create policy ecrire on ip.mineur to marelle_agent
  using (acces.conduit_information(information_id)) with check (acces.conduit_information(information_id));
create policy lire on ip.adulte for select to marelle_agent using (acces.voit_information(information_id));
create policy ecrire on ip.adulte to marelle_agent
  using (acces.conduit_information(information_id)) with check (acces.conduit_information(information_id));

create policy lire on ip.piece for select to marelle_agent using (acces.conduit_information(information_id));
create policy deposer on ip.piece for insert to marelle_agent
  with check (acces.conduit_information(information_id) and deposee_par = (select acces.agent_courant()));

create policy lire on ip.acte for select to marelle_agent using (acces.voit_information(information_id));
create policy inscrire on ip.acte for insert to marelle_agent
  with check (acces.conduit_information(information_id) and par_id = (select acces.agent_courant()));

-- Un lien ne se voit que de qui voit les deux informations.
create policy lire on ip.lien for select to marelle_agent
  using (acces.voit_information(information_id) and acces.voit_information(liee_id));
create policy ecrire on ip.lien to marelle_agent
  using (acces.conduit_information(information_id) and acces.voit_information(liee_id))
  with check (acces.conduit_information(information_id) and acces.voit_information(liee_id));

create policy lire on ip.transfert for select to marelle_agent using (acces.voit_information(information_id));
create policy ecrire on ip.transfert to marelle_agent
  using ((select acces.peut('ip.recueillir')) and acces.conduit_information(information_id))
  with check ((select acces.peut('ip.recueillir')) and acces.conduit_information(information_id));

-- Ce qui a été dit à quelqu'un : chacun l'inscrit en son nom, personne ne le retire.
create policy lire on ip.information_donnee for select to marelle_agent
  using (acces.voit_information(information_id));
create policy inscrire on ip.information_donnee for insert to marelle_agent
  with check (acces.conduit_information(information_id) and par_id = (select acces.agent_courant()));

create policy garder on ip.brouillon to marelle_agent
  using (agent_id = (select acces.agent_courant())) with check (agent_id = (select acces.agent_courant()));

revoke update, delete on ip.acte, ip.piece, ip.information_donnee from marelle_agent;
revoke delete on ip.information, ip.auteur, ip.transfert from marelle_agent;
grant select on acces.mes_evaluations, acces.informations_de_mes_enfants, acces.informations_restreintes,
  acces.mes_informations, acces.mineurs_de_mes_informations, acces.equipes_de_mes_informations, acces.equipes_du_jour
  to marelle_agent;
grant execute on function ip.prendre_rang(text), ip.chercher(text[]) to marelle_agent;
