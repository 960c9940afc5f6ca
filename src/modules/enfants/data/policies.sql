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

-- Une personne se voit par un enfant qu'on voit. L'enfant restreint ne se devine pas par sa fratrie.
create policy lire on enfants.personne for select to marelle_agent using (
  (exists (select 1 from enfants.enfant e where e.id = personne.id)
    or (exists (select 1 from enfants.lien l where l.personne_id = personne.id)
        and not exists (select 1 from acces.enfants_restreints r where r.id = personne.id)))
  or (cree_le = transaction_timestamp() and cree_par = (select acces.agent_courant())));
create policy creer on enfants.personne for insert to marelle_agent with check ((select acces.peut('enfants.creer')) or (select acces.peut('enfants.modifier')));
create policy modifier on enfants.personne for update to marelle_agent
  using ((select acces.peut('enfants.modifier')) and (exists (select 1 from enfants.enfant e where e.id = personne.id) or not acces.est_enfant(personne.id)))
  with check ((select acces.peut('enfants.modifier')));

-- Foyers, adresses et autres noms passent par des fonctions : emboîter leurs politiques coûtait plus à planifier qu'à lire.
create policy lire on enfants.autre_nom for select to marelle_agent
  using (acces.voit_personne(autre_nom.personne_id));
create policy ecrire on enfants.autre_nom to marelle_agent
  using ((select acces.peut('enfants.modifier')) and acces.voit_personne(autre_nom.personne_id))
  with check ((select acces.peut('enfants.modifier')) and acces.voit_personne(autre_nom.personne_id));

create policy lire on enfants.lien for select to marelle_agent
  using (exists (select 1 from enfants.enfant e where e.id = lien.enfant_id));
-- On ne lie à un enfant qu'une personne que l'on voit déjà : sinon le lien ferait voir n'importe qui.
create policy ecrire on enfants.lien to marelle_agent
  using ((select acces.peut('enfants.modifier')) and exists (select 1 from enfants.enfant e where e.id = lien.enfant_id))
  with check ((select acces.peut('enfants.modifier')) and exists (select 1 from enfants.enfant e where e.id = lien.enfant_id)
    and exists (select 1 from acces.mes_personnes p where p.id = lien.personne_id));

create policy lire on enfants.autorite_parentale for select to marelle_agent
  using (exists (select 1 from enfants.enfant e where e.id = autorite_parentale.enfant_id));
create policy ecrire on enfants.autorite_parentale to marelle_agent
  using ((select acces.peut('enfants.modifier')) and exists (select 1 from enfants.enfant e where e.id = autorite_parentale.enfant_id))
  with check ((select acces.peut('enfants.modifier')) and exists (select 1 from enfants.enfant e where e.id = autorite_parentale.enfant_id));

create policy lire on enfants.statut for select to marelle_agent
  using (exists (select 1 from enfants.enfant e where e.id = statut.enfant_id));
create policy ecrire on enfants.statut to marelle_agent
  using ((select acces.peut('enfants.modifier')) and exists (select 1 from enfants.enfant e where e.id = statut.enfant_id))
  with check ((select acces.peut('enfants.modifier')) and exists (select 1 from enfants.enfant e where e.id = statut.enfant_id));

create policy lire on enfants.partenaire_enfant for select to marelle_agent
  using (exists (select 1 from enfants.enfant e where e.id = partenaire_enfant.enfant_id));
create policy ecrire on enfants.partenaire_enfant to marelle_agent
  using ((select acces.peut('enfants.modifier')) and exists (select 1 from enfants.enfant e where e.id = partenaire_enfant.enfant_id))
  with check ((select acces.peut('enfants.modifier')) and exists (select 1 from enfants.enfant e where e.id = partenaire_enfant.enfant_id));

-- L'annuaire des partenaires ne dit rien d'un enfant : il se lit de tous.
create policy lire on enfants.partenaire for select to marelle_agent using ((select acces.session_ouverte()));
create policy ecrire on enfants.partenaire to marelle_agent
  using ((select acces.peut('enfants.modifier'))) with check ((select acces.peut('enfants.modifier')));

create policy lire on enfants.menage_membre for select to marelle_agent
  using (acces.voit_personne(menage_membre.personne_id));
create policy ecrire on enfants.menage_membre to marelle_agent
  using ((select acces.peut('enfants.modifier')) and acces.voit_personne(menage_membre.personne_id))
  with check ((select acces.peut('enfants.modifier')) and acces.voit_personne(menage_membre.personne_id)
    and acces.voit_menage(menage_membre.menage_id));
create policy lire on enfants.menage for select to marelle_agent
  using (acces.voit_menage(menage.id));
create policy creer on enfants.menage for insert to marelle_agent with check ((select acces.peut('enfants.modifier')));
create policy modifier on enfants.menage for update to marelle_agent
  using ((select acces.peut('enfants.modifier'))) with check ((select acces.peut('enfants.modifier')));
create policy lire on enfants.adresse for select to marelle_agent
  using (acces.voit_menage(adresse.menage_id));
create policy ecrire on enfants.adresse to marelle_agent
  using ((select acces.peut('enfants.modifier')) and acces.voit_menage(adresse.menage_id))
  with check ((select acces.peut('enfants.modifier')) and acces.voit_menage(adresse.menage_id));

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

create policy lire on enfants.fusion for select to marelle_agent
  using (exists (select 1 from enfants.personne p where p.id = fusion.gardee_id));
-- Une fusion ne s'écrit que par enfants.fusionner() et enfants.separer().
revoke insert, update, delete on enfants.fusion, enfants.bris_de_glace from marelle_agent;
grant update (revu_le, revu_par, revue, revue_commentaire) on enfants.bris_de_glace to marelle_agent;
grant select on acces.enfants_que_je_suis, acces.mes_personnes, acces.mes_menages, acces.dossiers_revus, acces.fiches_absorbees, acces.enfants_absorbes to marelle_agent;
grant execute on function enfants.prendre_rang(text), enfants.fratrie_hors_missions(uuid),
  enfants.chercher(text[], date, integer, text, boolean, integer), enfants.fusionner(uuid, uuid, text, uuid), enfants.separer(uuid) to marelle_agent;
