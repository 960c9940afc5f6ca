-- Un import se voit de qui peut importer ; ses lignes, de la seule personne qui l'a déposé (ou de tous s'il vient de la commande).
create policy lire on reprise.importation for select to marelle_agent using ((select acces.peut('reprise.importer')));
create policy deposer on reprise.importation for insert to marelle_agent
  with check ((select acces.peut('reprise.importer')) and par_id = (select acces.agent_courant()));
create policy conduire on reprise.importation for update to marelle_agent
  using ((select acces.peut('reprise.importer')) and (par_id is null or par_id = (select acces.agent_courant())))
  with check (par_id is null or par_id = (select acces.agent_courant()));
create policy deposer on reprise.fichier for insert to marelle_agent with check ((select acces.peut('reprise.importer')));
create policy lire on reprise.ligne for select to marelle_agent
  using (exists (select 1 from reprise.importation i where i.id = ligne.importation_id and (i.par_id is null or i.par_id = (select acces.agent_courant()))));
create policy trancher on reprise.ligne for update to marelle_agent
  using (exists (select 1 from reprise.importation i where i.id = ligne.importation_id and (i.par_id is null or i.par_id = (select acces.agent_courant()))))
  with check (exists (select 1 from reprise.importation i where i.id = ligne.importation_id and (i.par_id is null or i.par_id = (select acces.agent_courant())))
    and (decision_objet_id is null
      or exists (select 1 from organisation.unite u where u.id = decision_objet_id)
      or exists (select 1 from organisation.poste p where p.id = decision_objet_id)
      or exists (select 1 from organisation.agent a where a.id = decision_objet_id)
      or exists (select 1 from enfants.personne p where p.id = decision_objet_id)));
-- Une personne ne change d'une ligne que ce qu'elle tranche ; lier à une fiche demande de la voir.
revoke insert, update, delete on reprise.ligne from marelle_agent;
grant update (decision, decision_objet_id) on reprise.ligne to marelle_agent;
-- L'état d'avant d'un enfant ou d'une personne ne se lit que de qui les voit : importer n'ouvre aucun dossier.
create policy lire on reprise.ecart for select to marelle_agent
  using (exists (select 1 from reprise.ligne l where l.importation_id = ecart.importation_id and l.numero = ecart.numero));
create policy lire on reprise.ecart_avant for select to marelle_agent
  using (exists (select 1 from reprise.ligne l where l.importation_id = ecart_avant.importation_id and l.numero = ecart_avant.numero)
    and (exists (select 1 from reprise.importation i where i.id = ecart_avant.importation_id and i.nature in ('organisation', 'agents'))
      or exists (select 1 from enfants.personne p where p.id = ecart_avant.objet_id)));
create policy gerer on reprise.correspondance to marelle_agent
  using ((select acces.peut('reprise.importer'))) with check ((select acces.peut('reprise.importer')));
-- reprise.ecriture n'a aucune politique d'agent : elle ne se lit que du système.
