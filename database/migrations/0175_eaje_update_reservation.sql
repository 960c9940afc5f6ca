-- Un accueil réservé se facture à un tarif figé, avec son calcul. Nul : réservé avant qu'il ne se fige, ou en urgence sans barème ;
-- ses heures ont alors le tarif du contrat du jour, et sans contrat elles se disent douteuses.
alter table eaje.reservation
  add column tarif_centimes integer check (tarif_centimes >= 0),
  add column tarif_etapes text[] not null default '{}';
