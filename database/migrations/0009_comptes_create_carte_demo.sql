-- Les cartes de la page de connexion d'un département de démonstration : entrer d'un geste dans la peau de chaque rôle.
create table comptes.carte_demo (
  cle text primary key,
  rang integer not null unique,
  titre text not null,
  nom text not null,
  phrase text not null,
  utilisateur_id text not null references comptes.utilisateur on delete cascade
);
create index on comptes.carte_demo (utilisateur_id);
