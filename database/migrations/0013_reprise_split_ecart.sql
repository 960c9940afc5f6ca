-- Le champ et sa nouvelle valeur viennent du fichier ; l'ancienne vient de la fiche, et ne se lit que de qui la voit.
create table reprise.ecart_avant (
  importation_id uuid not null,
  numero integer not null,
  rang integer not null,
  objet_id uuid not null,
  avant text not null,
  primary key (importation_id, numero, rang),
  foreign key (importation_id, numero, rang) references reprise.ecart on delete cascade
);
insert into reprise.ecart_avant (importation_id, numero, rang, objet_id, avant)
  select importation_id, numero, rang, objet_id, avant from reprise.ecart;
-- La politique se refait après les migrations ; elle lisait une colonne qui s'en va.
drop policy if exists lire on reprise.ecart;
alter table reprise.ecart drop column avant, drop column objet_id;
