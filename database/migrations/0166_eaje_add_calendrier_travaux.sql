-- Ce que des travaux changent au calendrier de leur crèche : une fermeture, ou moins de places pendant ces jours. Une modulation sans dates
-- est l'habitude de la crèche ; une modulation datée vient toujours d'un dossier, et s'ajoute à l'habitude : la plus basse vaut.
alter table eaje.fermeture
  add column dossier_id uuid,
  add constraint fermeture_du_dossier foreign key (dossier_id, etablissement_id)
    references eaje.dossier_travaux (id, etablissement_id) on delete cascade;
create index on eaje.fermeture (dossier_id);
alter table eaje.modulation
  add column periode daterange check (not isempty(periode)),
  add column dossier_id uuid,
  add constraint modulation_datee check ((periode is null) = (dossier_id is null)),
  add constraint modulation_du_dossier foreign key (dossier_id, etablissement_id)
    references eaje.dossier_travaux (id, etablissement_id) on delete cascade;
create index on eaje.modulation (dossier_id);

create or replace function eaje.garder_modulation() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.places > (select a.places from eaje.autorisation a where a.id = new.autorisation_id) then
    raise exception 'Une modulation ne dépasse pas l''autorisation' using errcode = '23514', constraint = 'modulation_sous_autorisation';
  end if;
  if new.periode is null and exists (select 1 from eaje.modulation m where m.autorisation_id = new.autorisation_id and m.id <> new.id
      and m.periode is null and m.jours && new.jours and m.debut < new.fin and new.debut < m.fin) then
    raise exception 'Deux modulations au même moment' using errcode = '23P01', constraint = 'modulation_une_a_la_fois';
  end if;
  return new;
end $$;

-- Une modulation datée ne fait recompter que ses jours.
drop trigger creches_ajout_1 on eaje.modulation;
drop trigger creches_change_1 on eaje.modulation;
drop trigger creches_retrait_1 on eaje.modulation;
call eaje.surveiller('eaje.modulation', '*', 'select t.etablissement_id, a.periode * coalesce(t.periode, ''(,)'') from eaje.autorisation a where a.id = t.autorisation_id');
