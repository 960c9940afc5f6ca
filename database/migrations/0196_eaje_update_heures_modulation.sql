-- Une modulation que des travaux datent ne change les heures que de ses jours ; sans dates, elle vaut toute l'autorisation.
drop trigger heures_ajout on eaje.modulation;
drop trigger heures_change on eaje.modulation;
drop trigger heures_retrait on eaje.modulation;
call eaje.surveiller_heures('eaje.modulation', '*', 'select t.etablissement_id, a.periode * coalesce(t.periode, ''(,)'') from eaje.autorisation a where a.id = t.autorisation_id');
