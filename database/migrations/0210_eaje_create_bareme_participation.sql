-- Le barème des participations familiales que le département saisit quand la Cnaf le publie : un seul pour tout le département, par date
-- d'effet, avec sa source. Il vaut jusqu'au suivant, et au plus jusqu'à la fin de son année.
create table eaje.bareme_participation (
  id uuid primary key,
  du date not null constraint bareme_participation_un_par_jour unique check (du >= '2026-01-01'),
  -- En dix-millièmes de pour cent : un, deux, trois, quatre à sept enfants à charge, huit et plus.
  taux smallint[] not null check (cardinality(taux) = 5 and 0 < all (taux) and array_position(taux, null) is null
    and taux[1] >= taux[2] and taux[2] >= taux[3] and taux[3] >= taux[4] and taux[4] >= taux[5]),
  plancher_centimes integer not null check (plancher_centimes > 0),
  plafond_centimes integer not null,
  confiance text not null check (confiance in ('verifie', 'a-confirmer')),
  source text not null check (source <> ''),
  version integer not null default 1,
  constraint bareme_participation_ordre check (plancher_centimes <= plafond_centimes)
);
alter table eaje.bareme_participation enable row level security;
