-- Les signalements ouverts se trouvent par leur index, puis leur information par sa clé : jamais l'inverse, qui lisait toute l'année.
create or replace view acces.signalements_que_je_conduis with (security_barrier = true) as
  select s.id, s.information_id, i.numero, i.unite_id, s.etat, s.urgent, s.motif, s.cree_le, s.valide_le, s.envoye_a, s.relance_le,
    s.suites_le, s.dit_le
  from ip.signalement s
    -- « offset 0 » garde cet ordre.
    cross join lateral (select x.id, x.numero, x.unite_id from ip.information x where x.id = s.information_id offset 0) i
  where ((select acces.peut('ip.recueillir'))
      or (i.unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('ip.lire-perimetre')))
      or i.id in (select e.information_id from acces.mes_evaluations e))
    and i.id not in (select r.information_id from acces.informations_restreintes r);
