-- Une crèche se lit de qui a son unité dans son périmètre et lit les crèches ; elle se tient par qui les tient. `droits.ts` dit la
-- même chose ; un essai par tirages les compare.
create policy lire on eaje.etablissement for select to marelle_agent using (id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.etablissement to marelle_agent
  using (unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('creches.tenir')))
  with check (unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('creches.tenir')));

create policy lire on eaje.autorisation for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.autorisation to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]));
create policy lire on eaje.modulation for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.modulation to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]));
create policy lire on eaje.unite_accueil for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.unite_accueil to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]));
create policy lire on eaje.section for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.section to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]));
create policy lire on eaje.fermeture for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.fermeture to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]));
create policy lire on eaje.document for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.document to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]));
create policy lire on eaje.contact_urgence for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
-- Le contact d'urgence se change de qui suit la crèche : sa responsable la première.
create policy suivre on eaje.contact_urgence to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.suivre'))::uuid[]));
create policy lire on eaje.suppleance for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.suppleance to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]));

create policy lire on eaje.revision for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));

-- Un professionnel se voit de son unité, et des crèches où il vient en renfort ; il ne se tient que de son unité.
create policy lire on eaje.professionnel for select to marelle_agent
  using ((unite_id = any ((select acces.unites_courantes())::uuid[]) or id = any ((select acces.mes_renforts())::uuid[]))
    and (select acces.peut('creches.lire')));
create policy tenir on eaje.professionnel to marelle_agent
  using (unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('creches.tenir')))
  with check (unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('creches.tenir')));
create policy lire on eaje.horaire for select to marelle_agent using (professionnel_id in (select p.id from eaje.professionnel p));
create policy tenir on eaje.horaire to marelle_agent
  using ((select acces.peut('creches.tenir')) and professionnel_id in (
    select p.id from eaje.professionnel p where p.unite_id = any ((select acces.unites_courantes())::uuid[])))
  with check ((select acces.peut('creches.tenir')) and professionnel_id in (
    select p.id from eaje.professionnel p where p.unite_id = any ((select acces.unites_courantes())::uuid[])));
create policy lire on eaje.vacation for select to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]) or professionnel_id in (select p.id from eaje.professionnel p));
-- La journée d'un professionnel se change de qui tient la crèche, ou de la responsable qui y accueille : elle seule sait, le matin, qui manque.
create policy tenir on eaje.vacation to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]) or etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]))
  with check ((etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]) or etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]))
    and decidee_par = (select acces.agent_courant()));
-- Prêté ailleurs, un professionnel peut toujours être repris par la crèche où il est rattaché ; un volant, par son territoire.
create policy reprendre on eaje.vacation for delete to marelle_agent
  using (professionnel_id in (select p.id from eaje.professionnel p
    where p.etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])
      or p.etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])
      or p.etablissement_id is null and p.unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('creches.tenir'))));

-- Une sortie se lit de qui lit la crèche, et s'inscrit de qui en change les journées.
create policy lire on eaje.sortie for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.sortie to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]) or etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]))
  with check ((etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]) or etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]))
    and decidee_par = (select acces.agent_courant()));
create policy lire on eaje.sortie_enfant for select to marelle_agent using (sortie_id in (select s.id from eaje.sortie s));
create policy tenir on eaje.sortie_enfant to marelle_agent
  using (sortie_id in (select s.id from eaje.sortie s where s.etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])
    or s.etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])))
  with check (sortie_id in (select s.id from eaje.sortie s where s.etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])
    or s.etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])));
create policy lire on eaje.sortie_accompagnant for select to marelle_agent using (sortie_id in (select s.id from eaje.sortie s));
create policy tenir on eaje.sortie_accompagnant to marelle_agent
  using (sortie_id in (select s.id from eaje.sortie s where s.etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])
    or s.etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])))
  with check (sortie_id in (select s.id from eaje.sortie s where s.etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[])
    or s.etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])));

-- Une proposition se lit de qui lit la crèche, part de qui la tient, et reçoit sa suite, une fois, de qui en change les journées.
create policy lire on eaje.proposition for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy proposer on eaje.proposition for insert to marelle_agent
  with check (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]) and proposee_par = (select acces.agent_courant()) and suite is null);
create policy repondre on eaje.proposition for update to marelle_agent
  using (suite is null and (etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]) or etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])))
  with check ((etablissement_id = any ((select acces.mes_creches('creches.tenir'))::uuid[]) or etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]))
    and suite_par = (select acces.agent_courant()));
-- Ce qui a été proposé, à qui et par qui, ne se récrit pas.
revoke update, delete on eaje.proposition from marelle_agent;
grant update (suite, suite_par, suite_le, motif) on eaje.proposition to marelle_agent;
