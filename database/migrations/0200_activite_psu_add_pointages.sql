-- Une part de pointages douteux se lit sur tous les pointages du mois : quelques badges oubliés ne rendent pas douteux le mois entier (IND-27).
alter table eaje.mois_activite add pointages integer not null default 0 check (pointages >= 0);

-- Un mois figé reçoit ce nombre aussi : il ne se déclare pas, et sans lui chacun de ses doutes passerait pour une part entière.
alter table eaje.mois_activite disable trigger garder_mois_fige;
update eaje.mois_activite m set pointages = p.nombre
from (select etablissement_id, date_trunc('month', jour)::date as mois, count(*) as nombre from eaje.presence
  where jour < acces.aujourdhui() group by 1, 2) p
where p.etablissement_id = m.etablissement_id and p.mois = m.mois;
alter table eaje.mois_activite enable trigger garder_mois_fige;
