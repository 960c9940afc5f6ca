-- Rôles de la grappe, sans connexion. Réappliqué à chaque migration ; ne donne aucun mot de passe.
-- marelle_agent : ce qu'une personne connectée peut faire, toujours sous les politiques de ligne.
-- marelle_systeme : travaux de nuit, reprise, commandes d'exploitation ; journalisé, jamais pour une page.
-- marelle_comptes : les tables de connexion, et elles seules.
do $$
declare nom text;
begin
  foreach nom in array array['marelle_agent', 'marelle_systeme', 'marelle_comptes'] loop
    begin
      execute format('create role %I nologin nosuperuser nobypassrls noinherit', nom);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;
