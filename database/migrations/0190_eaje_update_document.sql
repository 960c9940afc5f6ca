-- Un document a des versions : la dernière vaut, les précédentes restent. Chacune dit si elle se transmet au président du conseil
-- départemental (CAP-26), et quand elle l'a été.
alter table eaje.document
  drop constraint document_etablissement_id_nature_key,
  add constraint document_une_version_par_jour unique (etablissement_id, nature, etabli_le),
  add column transmis_le date,
  -- Faux : inscrite avant que la transmission se dise, ou rien n'est à transmettre.
  add column a_transmettre boolean not null default false,
  add constraint document_transmis_ensuite check (transmis_le >= etabli_le);

create or replace view eaje.fait_structure as
  select a.etablissement_id, 'autorisation-creche' as type, lower(a.periode) as date, null::timestamptz as instant,
    jsonb_strip_nulls(jsonb_build_object('places', a.places, 'au', upper(a.periode) - 1)) as donnees
  from eaje.autorisation a where not lower_inf(a.periode)
  union all
  select d.etablissement_id, 'document-creche', d.etabli_le, null,
    jsonb_strip_nulls(jsonb_build_object('nature', d.nature, 'aRevoirLe', d.a_revoir_le,
      'aTransmettre', nullif(d.a_transmettre, false), 'transmisLe', d.transmis_le))
  from eaje.document d;
