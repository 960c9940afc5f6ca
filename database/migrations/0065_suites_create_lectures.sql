-- Ce qui est dû après une évaluation se lit par ensembles, et par index sur ce qui est encore ouvert.

-- Les signalements de ce que l'agent conduit : le prédicat de la politique « lire » de ip.signalement, une fois par requête plutôt
-- que ligne à ligne ; un essai les confronte.
create view acces.signalements_que_je_conduis with (security_barrier = true) as
  select s.id, s.information_id, i.numero, i.unite_id, s.etat, s.urgent, s.motif, s.cree_le, s.valide_le, s.envoye_a, s.relance_le,
    s.suites_le, s.dit_le
  from ip.signalement s join ip.information i on i.id = s.information_id
  where ((select acces.peut('ip.recueillir'))
      or (i.unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('ip.lire-perimetre')))
      or i.id in (select e.information_id from acces.mes_evaluations e))
    and i.id not in (select r.information_id from acces.informations_restreintes r);

-- IP-015 : les titulaires à informer de la mise en place de l'évaluation.
create index information_ouverture_a_dire on ip.information ((coalesce(evaluation_debutee_le, attribuee_le)))
  where coalesce(evaluation_debutee_le, attribuee_le) is not null and not deja_dit @> '{ouverture}';
-- IP-037 : l'urgence à revoir.
create index information_a_revoir on ip.information (reanalyse_due_le) where reanalyse_due_le is not null;
