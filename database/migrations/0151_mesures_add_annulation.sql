-- Une proposition inscrite par erreur s'annule, avec sa raison : elle reste lisible, et n'est plus un fait.
alter table mesures.mesure
  add column annulee_le date,
  add column annulee_par uuid references organisation.agent(id),
  add column annulation_motif text,
  add constraint mesure_annulation check (
    num_nonnulls(annulee_le, annulee_par, annulation_motif) in (0, 3) and (annulee_le is null or etat = 'annulee')
  );
