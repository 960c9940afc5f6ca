-- Combien d'enfants chaque référent de mon équipe, et moi, peut confier ce jour : un dossier restreint ne se confie pas.
create view acces.mes_referents with (security_barrier = true) as
  select m.agent_id, count(*)::integer as enfants from enfants.mission m join enfants.enfant e on e.id = m.enfant_id and not e.restreint
  where m.nature = 'referent' and m.periode @> (select acces.aujourdhui())
    and (m.agent_id = (select acces.agent_courant())
      or ((select acces.peut('enfants.affecter')) and m.agent_id in (select e.agent_id from acces.mon_equipe e)))
  group by m.agent_id;
