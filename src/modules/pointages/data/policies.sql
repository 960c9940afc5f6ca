-- La présence réelle se lit de qui voit la crèche, s'inscrit par qui y accueille.
create policy lire on eaje.presence for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy tenir on eaje.presence to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]));

-- Gestes et corrections : on les ajoute sous son nom, on ne les efface pas ; un geste remplacé le dit.
create policy lire on eaje.pointage_acte for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy inscrire on eaje.pointage_acte for insert to marelle_agent
  with check (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]) and par = (select acces.agent_courant()));
create policy remplacer on eaje.pointage_acte for update to marelle_agent
  using (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])) with check (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]));
create policy lire on eaje.presence_correction for select to marelle_agent using (etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
create policy inscrire on eaje.presence_correction for insert to marelle_agent
  with check (etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[]) and par = (select acces.agent_courant()));
revoke update, delete on eaje.pointage_acte, eaje.presence_correction from marelle_agent;
grant update (remplace) on eaje.pointage_acte to marelle_agent;

-- Un format commun à plusieurs crèches se tient par qui accueille quelque part ; celui d'une crèche, par qui y accueille.
create policy tenir on eaje.format_badge to marelle_agent
  using ((select acces.peut('creches.accueillir')) and (etablissement_id is null or etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])))
  with check ((select acces.peut('creches.accueillir')) and (etablissement_id is null or etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])));

-- Un import de badges et ses lignes ne se voient que de qui l'a déposé : il peut porter des badges de plusieurs crèches.
create policy deposer on eaje.import_badges to marelle_agent
  using (par_id = (select acces.agent_courant()) and (select acces.peut('creches.accueillir')))
  with check (par_id = (select acces.agent_courant()) and (select acces.peut('creches.accueillir'))
    and (etablissement_id is null or etablissement_id = any ((select acces.mes_creches('creches.accueillir'))::uuid[])));
create policy deposer on eaje.import_morceau to marelle_agent
  using (import_id in (select i.id from eaje.import_badges i)) with check (import_id in (select i.id from eaje.import_badges i));
create policy deposer on eaje.import_ecart to marelle_agent
  using (import_id in (select i.id from eaje.import_badges i)) with check (import_id in (select i.id from eaje.import_badges i));
-- L'import se fait hors de la page, au nom de qui l'a déposé, et de lui seul.
create policy demander_import_badges on travaux.demande for insert to marelle_agent
  with check (par_id = (select acces.agent_courant()) and prise_le is null and travail = 'pointages.import.faire'
    and donnees ->> 'agentId' = (select acces.agent_courant())::text
    and exists (select 1 from eaje.import_badges i where i.id::text = demande.donnees ->> 'importId'));
