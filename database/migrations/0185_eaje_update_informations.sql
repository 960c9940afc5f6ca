-- EVT-04 : une information a son heure et son moyen. Le même se prévient au téléphone, puis par écrit.
alter table eaje.fait_information
  add column heure text check (heure ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- Nul : inscrite avant que le moyen se dise.
  add column moyen text check (moyen in ('TELEPHONE', 'PRESENCE', 'ECRIT')),
  drop constraint fait_information_fait_id_destinataire_key,
  add constraint fait_information_une_fois unique nulls not distinct (fait_id, destinataire, moyen);

-- Le jour, ou l'instant en UTC quand l'heure est dite : les deux se rangent ensemble. Un moyen inconnu vaut pour les deux.
create or replace view eaje.fait_suivi as
  select m.etablissement_id, 'mesure-corrective' as type, c.jour as date, null::timestamptz as instant,
    jsonb_strip_nulls(jsonb_build_object('mesure', m.id, 'nature', m.nature, 'pour', m.pour, 'libelle', m.libelle,
      'realiseeLe', m.realisee_le, 'verifieeLe', m.verifiee_le)) as donnees
  from eaje.mesure_corrective m join eaje.controle c on c.id = m.controle_id
  union all
  select f.etablissement_id, 'fait-marquant', f.survenu_le,
    case when f.heure < '24' then (f.survenu_le + f.heure::time) at time zone 'Europe/Paris' end,
    jsonb_strip_nulls(jsonb_build_object('fait', f.id, 'gravite', f.gravite::text, 'secours', f.secours or f.deces,
      'pcdLe', q.pcd, 'directionLe', q.direction, 'oralLe', q.oral, 'ecritLe', q.ecrit, 'closLe', f.clos_le))
  from eaje.fait_marquant f
    left join lateral (
      select min(i.le) filter (where i.destinataire = 'PCD') as pcd,
        min(t.quand) filter (where i.destinataire <> 'FAMILLES') as direction,
        min(t.quand) filter (where i.destinataire <> 'FAMILLES' and i.moyen is distinct from 'ECRIT') as oral,
        min(t.quand) filter (where i.destinataire <> 'FAMILLES' and coalesce(i.moyen, 'ECRIT') = 'ECRIT') as ecrit
      from eaje.fait_information i cross join lateral (select coalesce(
        to_char((i.le + i.heure::time) at time zone 'Europe/Paris' at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), i.le::text) as quand) t
      where i.fait_id = f.id) q on true
  union all
  select u.etablissement_id, 'contact-urgence', u.du, null,
    jsonb_strip_nulls(jsonb_build_object('contact', u.id, 'pcdLe', u.pcd_le))
  from eaje.contact_urgence u;
