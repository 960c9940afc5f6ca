-- Ce que contenait une base arrêtée à la migration 0005 : de quoi voir que chaque étape suivante garde les lignes.
insert into organisation.installation (departement_code, departement_nom, demo) values ('50', 'Manche', false);
insert into organisation.unite (id, code, nom, nature, periode) values
  ('01900000-0000-7000-8000-000000000001', 'dept', 'Département', 'departement', '[2020-01-01,)');
insert into organisation.unite (id, code, nom, nature, parent_id, periode) values
  ('01900000-0000-7000-8000-000000000002', 'dir', 'Direction enfance', 'direction', '01900000-0000-7000-8000-000000000001', '[2020-01-01,)');
insert into organisation.agent (id, matricule, nature, nom, prenom, courriel, metier, periode) values
  ('01900000-0000-7000-8000-000000000010', 'M10', 'personne', 'Lemoine', 'Anne', 'anne.lemoine@manche.example', 'Éducateur', '[2020-01-01,)');
insert into organisation.poste (id, numero, intitule, profil, metier, unite_id, periode) values
  ('01900000-0000-7000-8000-000000000020', 'P20', 'Référente', 'referent-educatif', 'Éducateur', '01900000-0000-7000-8000-000000000002', '[2020-01-01,)');
insert into organisation.affectation (id, poste_id, agent_id, nature, periode) values
  ('01900000-0000-7000-8000-000000000030', '01900000-0000-7000-8000-000000000020', '01900000-0000-7000-8000-000000000010', 'titulaire', '[2020-01-01,)');
insert into enfants.personne (id, nom, prenom, date_naissance) values
  ('01900000-0000-7000-8000-000000000040', 'Ægirsson-L''Hôte', 'Zoé', '2016-02-29'), ('01900000-0000-7000-8000-000000000041', 'Ægirsson', 'Karl', '1984-05-01');
insert into enfants.enfant (id, numero, ouvert_le) values ('01900000-0000-7000-8000-000000000040', 'E40', '2024-01-15');
insert into comptes.utilisateur (id, name, email, agent_id) values
  ('u1', 'Anne Lemoine', 'anne.lemoine@manche.example', '01900000-0000-7000-8000-000000000010');
insert into comptes.session (id, token, user_id, expires_at) values ('s1', 'jetonancien', 'u1', '2099-01-01');
insert into journal.evenement (agent_id, acte, enfant_id, detail)
  select '01900000-0000-7000-8000-000000000010', 'enfants.dossier.consulter', '01900000-0000-7000-8000-000000000040', jsonb_build_object('n', n) from generate_series(1, 12) n;
