-- Qui joindre d'urgence à une crèche. Chaque changement est une ligne ; la première n'en est pas un.
create table eaje.contact_urgence (
  id uuid primary key,
  etablissement_id uuid not null references eaje.etablissement on delete cascade,
  nom text not null check (nom <> ''),
  telephone text not null check (telephone <> ''),
  du date not null,
  -- EVT-01 : le jour où le président du conseil départemental est informé du changement.
  pcd_le date,
  version integer not null default 1,
  constraint contact_urgence_un_par_jour unique (etablissement_id, du),
  check (pcd_le >= du)
);
alter table eaje.contact_urgence enable row level security;

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
  from eaje.fait_marquant f
  union all
  select u.etablissement_id, 'contact-urgence', u.du, null,
    jsonb_strip_nulls(jsonb_build_object('contact', u.id, 'pcdLe', u.pcd_le))
  from eaje.contact_urgence u;
call echeances.surveiller('eaje.contact_urgence', 'etablissement_id');
