-- La source à qui l'on ne doit rien (un particulier qui n'a rien demandé) ne se relit plus pour compter celles à qui l'on doit.
drop index ip.information_transmise_le_idx;
create index information_source_a_dire on ip.information (transmise_le)
  where categorie_source <> 'anonyme' and not deja_dit @> '{source}' and (categorie_source <> 'particulier' or suites_demandees_le is not null);
