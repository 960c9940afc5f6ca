-- Les jetons de l'API : l'empreinte ne se relit pas.
grant select (id, nom, agent_id, portees, cree_par, cree_le, expire_le, revoque_le, dernier_usage_le), insert, update (revoque_le)
  on comptes.jeton_api to marelle_agent;
create policy lire on comptes.jeton_api for select to marelle_agent using ((select acces.peut('api.gerer')));
create policy donner on comptes.jeton_api for insert to marelle_agent
  with check ((select acces.peut('api.gerer')) and cree_par = (select acces.agent_courant()) and revoque_le is null
    and expire_le <= now() + interval '366 days');
create policy revoquer on comptes.jeton_api for update to marelle_agent
  using ((select acces.peut('api.gerer'))) with check ((select acces.peut('api.gerer')) and revoque_le is not null);
