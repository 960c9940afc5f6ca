-- Les délégations de signature se lisent par tout agent connecté ; elles ne se changent que par qui les gère.
create policy lire on organisation.delegation for select to marelle_agent using ((select acces.session_ouverte()));
create policy gerer on organisation.delegation to marelle_agent using ((select acces.peut('delegations.gerer'))) with check ((select acces.peut('delegations.gerer')));
