-- Les travaux de fond se lisent de qui les suit. Se redemande un travail de nuit, qui ne reçoit rien ; un import, de qui l'a déposé.
create policy lire on travaux.travail for select to marelle_agent using ((select acces.peut('travaux.lire')));
create policy lire on travaux.passage for select to marelle_agent using ((select acces.peut('travaux.lire')));
create policy lire on travaux.demande for select to marelle_agent
  using ((select acces.peut('travaux.lire')) or par_id = (select acces.agent_courant()));
create policy demander on travaux.demande for insert to marelle_agent
  with check (par_id = (select acces.agent_courant()) and prise_le is null
    and ((select acces.peut('travaux.relancer')) and donnees = '{}'
        and exists (select 1 from travaux.travail t where t.nom = demande.travail and t.heure is not null)
      or travail = 'reprise.importation.faire' and exists (select 1 from reprise.importation i
        where i.id::text = demande.donnees ->> 'importationId' and (i.par_id is null or i.par_id = (select acces.agent_courant())))));
revoke insert, update, delete on travaux.travail, travaux.passage from marelle_agent;
revoke update, delete on travaux.demande from marelle_agent;
