-- L'enfant lui-même, ses missions et son accès : `src/modules/acces/data/policies.sql`. Ce qui suit se voit avec lui.
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

create policy lire on enfants.reouverture for select to marelle_agent
  using (exists (select 1 from enfants.enfant e where e.id = reouverture.enfant_id));
create policy inscrire on enfants.reouverture for insert to marelle_agent
  with check (exists (select 1 from acces.enfants_a_rouvrir r where r.enfant_id = reouverture.enfant_id));
revoke update, delete on enfants.reouverture from marelle_agent;

grant execute on function enfants.prendre_rang(text) to marelle_agent;
