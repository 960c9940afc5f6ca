-- Les échéances ouvertes d'un enfant vu autrement que par son territoire se lisent sans celles de dix ans d'histoire.
create index echeance_ouverte on echeances.echeance (enfant_id, pour) include (unite_id, restreint) where statut = 'ouverte';
