-- Chacun relit ses actes ; qui suit un enfant voit qui l'a consulté ; le journal entier est à qui en a la charge.
create policy lire on journal.evenement for select to marelle_agent
  using ((select acces.peut('journal.lire')) or agent_id = (select acces.agent_courant())
    or (enfant_id is not null and exists (select 1 from enfants.enfant e where e.id = evenement.enfant_id))
    -- Réunie à une autre, une fiche laisse son journal à celle qui la garde.
    or enfant_id in (select a.absorbee_id from acces.fiches_absorbees a join enfants.enfant e on e.id = a.gardee_id));
create policy inscrire on journal.evenement for insert to marelle_agent
  with check (agent_id = (select acces.agent_courant()) and systeme is null);
create policy lire on journal.sceau for select to marelle_agent using ((select acces.peut('journal.lire')));
