-- Une demande refusée ne fait plus rien devoir : le refus y a répondu.
create or replace view mesures.fait with (security_invoker = true) as
  select m.enfant_id, 'demande' as type, m.demandee_le as date, null::timestamptz as instant, m.id as mesure_id,
    jsonb_build_object('code', m.code) as donnees
  from mesures.mesure m where m.etat not in ('annulee', 'refusee')
  union all
  select m.enfant_id, case a.nature when 'accord' then 'accord' else 'retrait-accord' end, a.le, null, m.id,
    case a.nature when 'accord' then jsonb_build_object('forme', a.forme, 'par', a.par) else '{}' end
  from mesures.accord a join mesures.mesure m on m.id = a.mesure_id where m.etat <> 'annulee'
  union all
  select m.enfant_id, 'decision', d.le, d.instant, m.id,
    jsonb_strip_nulls(jsonb_build_object('code', m.code, 'nature', d.nature, 'du', d.du, 'au', d.au, 'recueLe', d.recue_le, 'confieA', d.confie_a,
      'decideur', d.decideur, 'rapportTousLesMois', d.rapport_tous_les_mois, 'sansAudition', case when d.sans_audition then true end,
      'lieuDecouverte', case when d.lieu_decouverte then true end))
  from mesures.decision_en_vigueur d join mesures.mesure m on m.id = d.mesure_id
  where m.etat <> 'annulee' and d.nature not in ('mainlevee', 'refus')
  union all
  select m.enfant_id, case e.nature when 'reprise' then 'reprise-mesure' when 'fin' then 'fin-mesure' else e.nature end, e.le, e.instant, m.id,
    case e.nature when 'fin' then jsonb_build_object('motif', e.motif) else '{}' end
  from mesures.execution_en_vigueur e join mesures.mesure m on m.id = e.mesure_id
  where m.etat <> 'annulee' and e.nature <> 'attente'
  union all
  select c.enfant_id, c.type, c.le, c.instant, c.mesure_id, c.donnees
  from mesures.acte c left join mesures.mesure m on m.id = c.mesure_id
  where c.annule_le is null and m.etat is distinct from 'annulee';
