-- « Pas la même personne » se lit de qui voit l'information et se dit de qui la conduit ; on n'y revient pas, on relie.
create policy lire on ip.distinction for select to marelle_agent using (
  exists (select 1 from ip.mineur m where m.id = distinction.mineur_id and acces.voit_information(m.information_id))
  or exists (select 1 from ip.adulte a where a.id = distinction.adulte_id and acces.voit_information(a.information_id)));
create policy dire on ip.distinction for insert to marelle_agent with check (
  par_id = (select acces.agent_courant()) and acces.reconnait_personne(personne_id)
  and (exists (select 1 from ip.mineur m where m.id = distinction.mineur_id and acces.conduit_information(m.information_id))
    or exists (select 1 from ip.adulte a where a.id = distinction.adulte_id and acces.conduit_information(a.information_id))));
revoke update, delete on ip.distinction from marelle_agent;

-- Les documents d'un brouillon sont de son auteur, comme lui.
create policy garder on ip.brouillon_piece to marelle_agent
  using (exists (select 1 from ip.brouillon b where b.id = brouillon_piece.brouillon_id))
  with check (exists (select 1 from ip.brouillon b where b.id = brouillon_piece.brouillon_id));
revoke update on ip.brouillon_piece from marelle_agent;
