-- Une mesure se lit de qui voit l'enfant. Chaque acte s'écrit par son habilitation, au nom de qui le fait ; ce qui est écrit ne se
-- réécrit pas : une correction s'ajoute. `droits.ts` dit la même chose ; un essai par tirages les compare.
create policy lire on mesures.nomenclature for select to marelle_agent using ((select acces.session_ouverte()));

create policy lire on mesures.mesure for select to marelle_agent using (acces.voit_enfant(enfant_id));
create policy proposer on mesures.mesure for insert to marelle_agent
  with check (((select acces.peut('mesures.proposer')) or (select acces.peut('mesures.recevoir')))
    and etat in ('demandee', 'proposee') and periode is null and num_nonnulls(decidee_le, debut_le, finie_le) = 0
    and acces.voit_enfant(enfant_id) and acces.porte_mesures(enfant_id, unite_id));
create policy suivre on mesures.mesure for update to marelle_agent
  using (((select acces.peut('mesures.proposer')) or (select acces.peut('mesures.recevoir')) or (select acces.peut('mesures.decider'))
    or (select acces.peut('mesures.executer'))) and acces.voit_enfant(enfant_id))
  with check (acces.voit_enfant(enfant_id)
    and (annulee_par is null or (annulee_par = (select acces.agent_courant()) and (select acces.peut('mesures.proposer')))));

create policy lire on mesures.decision for select to marelle_agent using (acces.voit_mesure(mesure_id));
create policy decider on mesures.decision for insert to marelle_agent
  with check ((select acces.peut('mesures.decider')) and corrige_id is null
    and signataire_id = (select acces.agent_courant()) and le = (select acces.aujourdhui())
    and acces.voit_mesure(mesure_id) and acces.signe_mesure(mesure_id));
-- Corriger ne change ni qui a signé, ni par quel arrêté, ni quand.
create policy corriger on mesures.decision for insert to marelle_agent
  with check ((select acces.peut('mesures.decider')) and signataire_id is not null
    and acces.voit_mesure(mesure_id) and acces.signe_mesure(mesure_id)
    and exists (select 1 from mesures.decision c where c.id = decision.corrige_id and c.mesure_id = decision.mesure_id
      and (c.signataire_id, c.arrete_numero, c.le) = (decision.signataire_id, decision.arrete_numero, decision.le)));
create policy recevoir on mesures.decision for insert to marelle_agent
  with check ((select acces.peut('mesures.recevoir')) and juridiction is not null and acces.voit_mesure(mesure_id));

create policy lire on mesures.avis for select to marelle_agent using (acces.voit_mesure(mesure_id));
create policy donner on mesures.avis for insert to marelle_agent
  with check ((select acces.peut('mesures.donner-avis')) and acces.voit_mesure(mesure_id));

create policy lire on mesures.accord for select to marelle_agent using (acces.voit_mesure(mesure_id));
create policy recueillir on mesures.accord for insert to marelle_agent
  with check ((select acces.peut('mesures.proposer')) and acces.voit_mesure(mesure_id));

create policy lire on mesures.execution for select to marelle_agent using (acces.voit_mesure(mesure_id));
create policy executer on mesures.execution for insert to marelle_agent
  with check (((select acces.peut('mesures.executer')) or (nature = 'fin' and (select acces.peut('mesures.recevoir'))))
    and acces.voit_mesure(mesure_id));

create policy lire on mesures.acte for select to marelle_agent using (acces.voit_enfant(enfant_id));
create policy inscrire on mesures.acte for insert to marelle_agent
  with check ((select acces.peut('mesures.executer')) and annule_le is null and acces.voit_enfant(enfant_id)
    and (mesure_id is null or exists (select 1 from mesures.mesure m where m.id = acte.mesure_id and m.enfant_id = acte.enfant_id)));
create policy annuler on mesures.acte for update to marelle_agent
  using ((select acces.peut('mesures.executer')) and acces.voit_enfant(enfant_id))
  with check (annule_par = (select acces.agent_courant()) and acces.voit_enfant(enfant_id));

revoke insert, update, delete on mesures.nomenclature from marelle_agent, marelle_systeme;
revoke update, delete on mesures.mesure, mesures.decision, mesures.avis, mesures.accord, mesures.execution, mesures.acte from marelle_agent;
-- L'enfant, le code et le territoire d'une mesure ne se changent pas ; ce que tiennent ses décisions ne se saisit pas.
grant update (etat, service, service_contact, motif, objectifs, version, annulee_le, annulee_par, annulation_motif) on mesures.mesure to marelle_agent;
grant update (annule_le, annule_par, annule_motif) on mesures.acte to marelle_agent;
grant select on acces.mes_mesures to marelle_agent;
