-- Un enfant et sa famille sont de la même crèche : ce que la saisie fait toujours, la base le tient.
alter table eaje.famille add constraint famille_de_la_creche unique (id, etablissement_id);
alter table eaje.enfant drop constraint enfant_famille_id_fkey;
alter table eaje.enfant add constraint enfant_famille_meme_creche
  foreign key (famille_id, etablissement_id) references eaje.famille (id, etablissement_id);

-- EVT-04 : l'heure d'un fait marquant, quand elle est connue, compte dans les délais en heures.
create or replace view eaje.fait_suivi as
  select m.etablissement_id, 'mesure-corrective' as type, c.jour as date, null::timestamptz as instant,
    jsonb_strip_nulls(jsonb_build_object('mesure', m.id, 'nature', m.nature, 'pour', m.pour, 'libelle', m.libelle,
      'realiseeLe', m.realisee_le, 'verifieeLe', m.verifiee_le)) as donnees
  from eaje.mesure_corrective m join eaje.controle c on c.id = m.controle_id
  union all
  select f.etablissement_id, 'fait-marquant', f.survenu_le,
    case when f.heure < '24' then (f.survenu_le + f.heure::time) at time zone 'Europe/Paris' end,
    jsonb_strip_nulls(jsonb_build_object('fait', f.id, 'gravite', f.gravite::text, 'secours', f.secours or f.deces,
      'pcdLe', (select i.le from eaje.fait_information i where i.fait_id = f.id and i.destinataire = 'PCD'),
      'directionLe', (select min(i.le) from eaje.fait_information i where i.fait_id = f.id and i.destinataire <> 'FAMILLES'), 'closLe', f.clos_le))
  from eaje.fait_marquant f;
