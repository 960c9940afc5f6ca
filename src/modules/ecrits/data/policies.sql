-- Un écrit se produit de qui conduit l'information, en son nom ; celui du transfert, de la cellule ; ceux qui partent à la source,
-- de qui peut savoir qui elle est.
create policy lire on ip.ecrit for select to marelle_agent using (acces.conduit_information(information_id));
create policy produire on ip.ecrit for insert to marelle_agent
  with check (acces.conduit_information(information_id) and par_id = (select acces.agent_courant()) and produit_le = transaction_timestamp()
    and (signalement_id is null or exists (select 1 from ip.signalement s where s.id = signalement_id and s.information_id = ecrit.information_id))
    and case when nature = 'transfert' then (select acces.peut('ip.recueillir'))
      when nature in ('accuse-reception', 'source-suites') then exists (select 1 from ip.auteur t where t.information_id = ecrit.information_id)
      else true end);

revoke update, delete on ip.ecrit from marelle_agent;
