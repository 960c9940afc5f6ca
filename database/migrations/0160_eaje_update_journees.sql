-- IND-28 : ce que la journée permettait d'offrir à un enfant qui marche, à côté de ce qu'elle permettait à celui qui ne marche pas. L'un ou
-- l'autre, jamais la somme : les deux prennent les mêmes places.
alter table eaje.journee_resumee
  add libres_matin_marcheurs integer not null default 0 check (libres_matin_marcheurs >= 0),
  add libres_apres_midi_marcheurs integer not null default 0 check (libres_apres_midi_marcheurs >= 0);
alter table eaje.journee_resumee alter libres_matin_marcheurs drop default, alter libres_apres_midi_marcheurs drop default;

-- Les journées déjà comptées que le tableau montre se reprennent.
insert into eaje.mois_a_resumer (etablissement_id, mois)
  select distinct j.etablissement_id, date_trunc('month', j.jour)::date from eaje.journee_resumee j
  where j.jour >= (select date_trunc('month', max(x.jour)) - interval '13 months' from eaje.journee_resumee x);
