-- Ce qui n'est pas saisi ne vaut pas zéro. Les zéros déjà là viennent de champs laissés vides aussi bien que de zéros tapés, et rien ne les
-- distingue : ils redeviennent à saisir. Aucun montant n'en change.
alter table eaje.exercice
  alter autres_recettes_centimes drop not null, alter autres_recettes_centimes drop default,
  alter journees_pedagogiques drop not null, alter journees_pedagogiques drop default,
  alter minutes_hors_presence drop not null, alter minutes_hors_presence drop default,
  alter minutes_exceptionnelles drop not null, alter minutes_exceptionnelles drop default;
update eaje.exercice set autres_recettes_centimes = nullif(autres_recettes_centimes, 0), journees_pedagogiques = nullif(journees_pedagogiques, 0),
  minutes_hors_presence = nullif(minutes_hors_presence, 0), minutes_exceptionnelles = nullif(minutes_exceptionnelles, 0)
where 0 in (autres_recettes_centimes, journees_pedagogiques, minutes_hors_presence, minutes_exceptionnelles);
