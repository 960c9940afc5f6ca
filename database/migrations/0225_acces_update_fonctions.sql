-- Deux fonctions appelées à chaque ligne : sans réglage propre, la base les déplie dans la requête au lieu de les appeler. Elles ne nomment
-- que des fonctions de pg_catalog, lu en premier, et s'exécutent avec les droits de qui les appelle.
alter function acces.normalise(text) reset search_path;
alter function acces.jours_de_semaine(daterange) reset search_path;
