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

create policy lire on enfants.fusion for select to marelle_agent
  using (exists (select 1 from enfants.personne p where p.id = fusion.gardee_id));
-- Une fusion ne s'écrit que par enfants.fusionner() et enfants.separer().
revoke insert, update, delete on enfants.fusion from marelle_agent;
-- Une paire ne se lit que par enfants.doublons_vus(), de qui voit ses deux fiches.
revoke all on enfants.doublon from marelle_agent;
grant select on acces.mes_personnes, acces.fiches_absorbees to marelle_agent;
grant execute on function enfants.foyers_de(uuid), enfants.fratrie_hors_missions(uuid), enfants.chercher(text[], date, integer, text, boolean, integer),
  enfants.fusionner(uuid, uuid, text, uuid), enfants.separer(uuid), enfants.doublons_vus(integer) to marelle_agent;
