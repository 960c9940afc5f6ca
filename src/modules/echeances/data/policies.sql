-- Une échéance se lit de qui voit l'enfant, l'information ou la crèche. Elle ne s'écrit que par le calcul, sur ce qu'un acte vient de toucher.
create policy lire on echeances.echeance for select to marelle_agent
  using ((enfant_id is not null and acces.voit_enfant(enfant_id)) or (information_id is not null and acces.voit_information(information_id))
    or etablissement_id = any ((select acces.mes_creches('creches.lire'))::uuid[]));
revoke insert, update, delete on echeances.echeance from marelle_agent;
revoke all on echeances.a_revoir from marelle_agent;
revoke all on enfants.fait, ip.fait, eaje.fait, eaje.fait_structure from marelle_agent;
grant select on acces.mes_echeances to marelle_agent;
grant execute on function echeances.lire_touches(), echeances.ecrire_touches(jsonb, uuid[]) to marelle_agent;
