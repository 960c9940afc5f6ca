-- Un écrit du circuit est sorti de Marelle : lequel, par qui, quand. Le fichier n'est pas gardé : il se refait de ce qui est inscrit.
create table ip.ecrit (
  id uuid primary key,
  information_id uuid not null references ip.information on delete cascade,
  nature text not null check (nature in ('accuse-reception', 'parents-evaluation', 'parents-suites', 'rapport-evaluation', 'saisine', 'transfert', 'source-suites')),
  -- Le signalement dont c'est l'écrit.
  signalement_id uuid references ip.signalement on delete cascade,
  par_id uuid not null references organisation.agent,
  produit_le timestamptz not null default transaction_timestamp(),
  check ((nature = 'saisine') = (signalement_id is not null))
);
create index on ip.ecrit (information_id, produit_le desc);
create index on ip.ecrit (signalement_id) where signalement_id is not null;
