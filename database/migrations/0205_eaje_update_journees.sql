-- L'occupation de la semaine se juge sur les minutes de présence : les quarts d'heure commencés en comptaient davantage (CAP-06). Au-dessus de
-- 115 %, ce que toute lecture interdit ne se confond plus avec ce que l'arrondi seul laisse en doute (CAP-05).
alter table eaje.journee_resumee rename quarts_enfant to minutes_enfant;
alter table eaje.journee_resumee rename quarts_place to minutes_place;
alter table eaje.journee_resumee rename constraint journee_resumee_quarts_enfant_check to journee_resumee_minutes_enfant_check;
alter table eaje.journee_resumee rename constraint journee_resumee_quarts_place_check to journee_resumee_minutes_place_check;
update eaje.journee_resumee set minutes_enfant = minutes_enfant * 15, minutes_place = minutes_place * 15;
alter table eaje.journee_resumee
  add quarts_a_confirmer smallint not null default 0 check (quarts_a_confirmer between 0 and quarts_sur_capacite);
alter table eaje.journee_resumee alter quarts_a_confirmer drop default;

-- Les journées déjà comptées que le tableau montre se reprennent.
insert into eaje.mois_a_resumer (etablissement_id, mois)
  select distinct j.etablissement_id, date_trunc('month', j.jour)::date from eaje.journee_resumee j
  where j.jour >= (select date_trunc('month', max(x.jour)) - interval '13 months' from eaje.journee_resumee x);
