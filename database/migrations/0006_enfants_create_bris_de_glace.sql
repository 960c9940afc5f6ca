-- Restreindre un dossier, ou lever la restriction, demande l'habilitation de protéger.
create function enfants.garder_restriction() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.restreint <> old.restreint and acces.session_ouverte() and not acces.peut('enfants.proteger') then
    raise exception 'Protéger un dossier demande une habilitation' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger garder_restriction before update on enfants.enfant for each row execute function enfants.garder_restriction();

-- Ouvre en urgence le dossier d'un enfant hors de ses missions, sur son identité exacte. Rend l'enfant, ou null : absent et
-- restreint répondent pareil, mais les personnes nommées d'un dossier restreint sont averties de la tentative.
-- Au-delà de `plafond` ouvertures en 24 h, refus (le département règle le plafond et la durée).
create function enfants.briser_glace(nom_cherche text, prenom_cherche text, naissance date, motif_code text, explication_donnee text,
  duree interval, plafond integer, nouvel_id uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  moi uuid := acces.agent_courant();
  trouve record;
  deja integer;
begin
  if moi is null or not acces.peut('acces.bris-de-glace') then
    raise exception 'Bris de glace non permis' using errcode = '42501';
  end if;
  select count(*) into deja from enfants.bris_de_glace b where b.agent_id = moi and b.ouvert_le > now() - interval '24 hours';
  if deja >= plafond then
    raise exception 'Plafond de bris de glace atteint' using errcode = '23514', constraint = 'bris_de_glace_plafond';
  end if;
  select e.id, e.restreint, e.numero into trouve
    from enfants.personne p join enfants.enfant e on e.id = p.id
    where p.date_naissance = naissance and p.fusionnee_dans is null
      and acces.normalise(p.prenom) = acces.normalise(prenom_cherche)
      and acces.normalise(nom_cherche) in (acces.normalise(p.nom), acces.normalise(p.nom_usage))
    order by e.id limit 1;
  if not found or trouve.restreint then
    insert into organisation.avis (id, agent_id, titre, texte, lien)
      select gen_random_uuid(), n.agent_id, 'Tentative d''accès à un dossier restreint',
             'Un agent a tenté un bris de glace. Le dossier ne s''est pas ouvert.', '/enfants/' || trouve.id
      from enfants.acces_nomme n where n.enfant_id = trouve.id and n.periode @> acces.aujourdhui();
    insert into journal.evenement (acte, enfant_id, detail) values ('acces.bris-de-glace.echouer', trouve.id, jsonb_build_object('motif', motif_code));
    return null;
  end if;
  insert into enfants.bris_de_glace (id, enfant_id, agent_id, motif, explication, expire_le)
    values (nouvel_id, trouve.id, moi, motif_code, explication_donnee, now() + duree);
  -- Le propriétaire du dossier le sait tout de suite : le référent et, à défaut, les cadres du territoire.
  insert into organisation.avis (id, agent_id, titre, texte, lien)
    select gen_random_uuid(), destinataire, 'Bris de glace sur un dossier que vous suivez',
           'Dossier ' || trouve.numero || ' ouvert hors mission. Motif : ' || explication_donnee, '/enfants/' || trouve.id
    from (
      select m.agent_id as destinataire from enfants.mission m
        where m.enfant_id = trouve.id and m.nature = 'referent' and m.periode @> acces.aujourdhui()
      union
      select f.agent_id from enfants.mission m
        join organisation.unite_ascendance s on s.unite_id = m.unite_id
        join organisation.poste p on p.unite_id = s.ancetre_id and p.periode @> acces.aujourdhui()
        join acces.habilitation_profil h on h.profil = p.profil and h.habilitation = 'enfants.affecter'
        join organisation.affectation f on f.poste_id = p.id and f.periode @> acces.aujourdhui()
        where m.enfant_id = trouve.id and m.nature = 'territoire' and m.periode @> acces.aujourdhui() and s.distance <= 1
    ) qui where destinataire is not null and destinataire <> moi;
  insert into journal.evenement (acte, enfant_id, objet_id, detail)
    values ('acces.bris-de-glace.ouvrir', trouve.id, nouvel_id, jsonb_build_object('motif', motif_code));
  return trouve.id;
end $$;
