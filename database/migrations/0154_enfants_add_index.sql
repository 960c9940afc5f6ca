-- Les enfants qu'une unité suit sans en être le territoire se lisent à chaque page, pour leurs échéances : peu, parmi toutes ses missions.
create index mission_unite_suivi on enfants.mission (unite_id) include (enfant_id, periode)
  where unite_id is not null and nature <> 'territoire';
