-- On voit un enfant par une mission ouverte, un bris de glace en cours, ou en étant nommé si le dossier est restreint.
-- Celui qui vient de créer une ligne la voit jusqu'à la fin de sa transaction, le temps de lui donner une mission.
create policy lire on enfants.enfant for select to marelle_agent using (
  case when restreint
    then exists (select 1 from acces.mes_enfants_nommes n where n.enfant_id = enfant.id)
    else exists (select 1 from acces.mes_enfants m where m.enfant_id = enfant.id)
  end
  or (cree_le = transaction_timestamp() and cree_par = (select acces.agent_courant())));
create policy creer on enfants.enfant for insert to marelle_agent with check ((select acces.peut('enfants.creer')));
create policy modifier on enfants.enfant for update to marelle_agent
  using ((select acces.peut('enfants.modifier')) or (select acces.peut('enfants.proteger')))
  with check ((select acces.peut('enfants.modifier')) or (select acces.peut('enfants.proteger')));

create policy lire on enfants.mission for select to marelle_agent
  using (exists (select 1 from enfants.enfant e where e.id = mission.enfant_id));
-- Donner, déplacer ou retirer une mission : suivre l'enfant, pas seulement l'avoir ouvert en urgence.
create policy ecrire on enfants.mission to marelle_agent
  using ((select acces.peut('enfants.affecter')) and exists (select 1 from acces.enfants_que_je_suis s where s.enfant_id = mission.enfant_id))
  with check ((select acces.peut('enfants.affecter')) and exists (select 1 from acces.enfants_que_je_suis s where s.enfant_id = mission.enfant_id));
-- À la création du dossier, son auteur peut lui donner un territoire sans pouvoir affecter par ailleurs.
create policy ouvrir on enfants.mission for insert to marelle_agent
  with check ((select acces.peut('enfants.creer')) and nature = 'territoire'
    and exists (select 1 from enfants.enfant e where e.id = mission.enfant_id and e.cree_le = transaction_timestamp() and e.cree_par = (select acces.agent_courant())));

-- À la réouverture d'un dossier que plus aucun territoire ne suit, son auteur le donne à une unité de son périmètre.
create policy rouvrir on enfants.mission for insert to marelle_agent
  with check (nature = 'territoire' and unite_id = any ((select acces.unites_courantes())::uuid[])
    and exists (select 1 from acces.enfants_a_rouvrir r where r.enfant_id = mission.enfant_id));

create policy lire on enfants.acces_nomme for select to marelle_agent
  using (exists (select 1 from enfants.enfant e where e.id = acces_nomme.enfant_id));
create policy ecrire on enfants.acces_nomme to marelle_agent
  using ((select acces.peut('enfants.proteger')) and exists (select 1 from acces.enfants_que_je_suis s where s.enfant_id = acces_nomme.enfant_id))
  with check ((select acces.peut('enfants.proteger')) and exists (select 1 from acces.enfants_que_je_suis s where s.enfant_id = acces_nomme.enfant_id));

-- Un bris de glace se lit de son auteur, de qui suit l'enfant, de qui en fait la revue. Il ne s'ouvre que par enfants.briser_glace().
create policy lire on enfants.bris_de_glace for select to marelle_agent
  using (agent_id = (select acces.agent_courant()) or (select acces.peut('acces.revoir'))
    or exists (select 1 from enfants.enfant e where e.id = bris_de_glace.enfant_id));
create policy revoir on enfants.bris_de_glace for update to marelle_agent
  using ((select acces.peut('acces.revoir')) and agent_id <> (select acces.agent_courant()))
  with check ((select acces.peut('acces.revoir')) and agent_id <> (select acces.agent_courant()) and revu_par = (select acces.agent_courant()));
revoke insert, update, delete on enfants.bris_de_glace from marelle_agent;
grant update (revu_le, revu_par, revue, revue_commentaire) on enfants.bris_de_glace to marelle_agent;
grant select on acces.enfants_que_je_suis, acces.enfants_a_rouvrir, acces.dossiers_revus, acces.mes_dossiers, acces.mes_naissances to marelle_agent;

-- Un relais se lit des deux personnes et de qui encadre celle qui est relayée. On ne confie pas le passé, ni à n'importe qui, ni
-- au nom d'un autre ; l'arrêter passe par enfants.arreter_relais(), et rien ne l'efface.
create policy lire on enfants.relais for select to marelle_agent
  using (relais_id = (select acces.agent_courant()) or acces.peut_confier(agent_id));
create policy confier on enfants.relais for insert to marelle_agent
  with check (par_id = (select acces.agent_courant()) and lower(periode) >= (select acces.aujourdhui()) and acces.peut_confier(agent_id)
    and relais_id in (select c.id from acces.collegues_de(agent_id) c (id)));
revoke update, delete on enfants.relais from marelle_agent;
grant execute on function enfants.arreter_relais(uuid, integer) to marelle_agent;
grant select on acces.relais_du_jour, acces.mes_referents to marelle_agent;
