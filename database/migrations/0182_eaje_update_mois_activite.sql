-- Ce qu'un mois qui n'est pas fini ouvre encore se dit aussi en jours : une déclaration au réel ne compte que les jours faits. Le mois qui
-- court a le sien dès la nuit.
alter table eaje.mois_activite add jours_a_venir smallint not null default 0 check (jours_a_venir between 0 and jours_ouverts);
update eaje.mois_activite set jours_a_venir = jours_ouverts where mois > acces.aujourdhui() and fige_le is null;

-- La franchise d'un dépassement se règle comme le pas du pointage : elle fait recompter les mêmes heures.
drop trigger heures_ajout on organisation.parametre;
drop trigger heures_change on organisation.parametre;
drop trigger heures_retrait on organisation.parametre;
call eaje.surveiller_heures('organisation.parametre', 'cle, valeur, periode', 'select e.id, t.periode from eaje.etablissement e
  where t.cle in (''pointage.granularite-minutes'', ''pointage.franchise-minutes'', ''creches.carence-maladie-jours'')');
