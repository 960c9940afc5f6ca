-- Les tables de connexion ne s'ouvrent en entier qu'au rôle des comptes.
create policy comptes on comptes.utilisateur to marelle_comptes using (true) with check (true);
create policy comptes on comptes.session to marelle_comptes using (true) with check (true);
create policy comptes on comptes.moyen_de_connexion to marelle_comptes using (true) with check (true);
create policy comptes on comptes.verification to marelle_comptes using (true) with check (true);
create policy comptes on comptes.second_facteur to marelle_comptes using (true) with check (true);
create policy comptes on comptes.tentative to marelle_comptes using (true) with check (true);
create policy comptes on comptes.code_utilise to marelle_comptes using (true) with check (true);
create policy comptes on comptes.saisie_en_attente to marelle_comptes using (true) with check (true);
create policy comptes on comptes.invitation to marelle_comptes using (true) with check (true);
grant select, insert, update, delete on comptes.tentative, comptes.code_utilise, comptes.saisie_en_attente to marelle_comptes;
grant select, update on comptes.invitation to marelle_comptes;

-- Les connexions s'inscrivent au journal avant qu'aucun agent ne soit en session : rien d'autre que des actes de comptes.
grant usage on schema journal to marelle_comptes;
grant insert on journal.evenement to marelle_comptes;
create policy connexions on journal.evenement for insert to marelle_comptes
  with check (systeme = 'connexion' and acte like 'comptes.%' and enfant_id is null);

-- Qui gère les comptes les voit, les ouvre et les ferme, sans jamais lire un mot de passe, un jeton de session ni un secret.
grant usage on schema comptes to marelle_agent;
grant select (id, name, email, two_factor_enabled, agent_id, desactive_le, created_at, updated_at), insert (id, name, email, email_verified, agent_id),
  update (desactive_le, updated_at) on comptes.utilisateur to marelle_agent;
create policy gerer on comptes.utilisateur to marelle_agent
  using ((select acces.peut('comptes.gerer'))) with check ((select acces.peut('comptes.gerer')));
grant select (id, user_id, provider_id, created_at) on comptes.moyen_de_connexion to marelle_agent;
create policy gerer on comptes.moyen_de_connexion for select to marelle_agent using ((select acces.peut('comptes.gerer')));
grant select (id, user_id, created_at, updated_at, expires_at, user_agent), delete on comptes.session to marelle_agent;
create policy gerer on comptes.session to marelle_agent
  using ((select acces.peut('comptes.gerer'))) with check (false);
grant select (id, utilisateur_id, cree_par, cree_le, expire_le, utilisee_le), insert, update (expire_le) on comptes.invitation to marelle_agent;
create policy gerer on comptes.invitation to marelle_agent
  using ((select acces.peut('comptes.gerer'))) with check ((select acces.peut('comptes.gerer')) and cree_par = (select acces.agent_courant())
    and expire_le <= now() + interval '73 hours');
grant execute on function comptes.retirer_second_facteur(text) to marelle_agent;

-- La page de connexion dit chez qui l'on est, et montre les cartes d'un département de démonstration.
grant usage on schema organisation to marelle_comptes;
grant select (departement_nom, demo) on organisation.installation to marelle_comptes;
create policy connexion on organisation.installation for select to marelle_comptes using (true);
grant select on comptes.carte_demo to marelle_comptes;
create policy comptes on comptes.carte_demo for select to marelle_comptes using (true);
