-- Ce qui est dû sur une information se choisit et se compte comme le reste, pour qui lit l'information.
create index echeance_sur_information on echeances.echeance (pour)
  include (information_id, unite_id, regle, acteur, gravite, agent_id, apparue_le, id) where statut = 'ouverte' and information_id is not null;

create or replace view acces.mes_echeances with (security_barrier = true) as
  select x.id, x.regle, x.pour, x.acteur, x.gravite, x.agent_id, x.unite_id, x.enfant_id, x.mesure_id, x.apparue_le,
    null::uuid as etablissement_id, null::uuid as information_id
  from echeances.echeance x
  where x.statut = 'ouverte' and not x.restreint and x.enfant_id is not null
    and x.unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('enfants.lire-perimetre'))
  union all
  select x.id, x.regle, x.pour, x.acteur, x.gravite, x.agent_id, x.unite_id, x.enfant_id, x.mesure_id, x.apparue_le, null::uuid, null::uuid
  from echeances.echeance x
  where x.statut = 'ouverte' and not x.restreint and x.enfant_id in (select d.enfant_id from acces.mes_enfants_hors_territoire d)
    and (x.unite_id is null or x.unite_id <> all ((select acces.unites_courantes())::uuid[]) or not (select acces.peut('enfants.lire-perimetre')))
  union all
  select x.id, x.regle, x.pour, x.acteur, x.gravite, x.agent_id, x.unite_id, x.enfant_id, x.mesure_id, x.apparue_le, null::uuid, null::uuid
  from echeances.echeance x
  where x.statut = 'ouverte' and x.restreint and x.enfant_id in (select n.enfant_id from acces.mes_enfants_nommes n)
  union all
  select x.id, x.regle, x.pour, x.acteur, x.gravite, x.agent_id, x.unite_id, null::uuid, null::uuid, x.apparue_le, x.etablissement_id, null::uuid
  from echeances.echeance x
  where x.statut = 'ouverte' and x.etablissement_id is not null
    and x.unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('creches.lire'))
  union all
  -- Les conditions de acces.mes_informations, sur l'échéance elle-même.
  select x.id, x.regle, x.pour, x.acteur, x.gravite, x.agent_id, x.unite_id, null::uuid, null::uuid, x.apparue_le, null::uuid, x.information_id
  from echeances.echeance x
  where x.statut = 'ouverte' and x.information_id is not null
    and ((select acces.peut('ip.recueillir'))
      or (x.unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('ip.lire-perimetre')))
      or x.information_id in (select e.information_id from acces.mes_evaluations e)
      or x.information_id in (select d.information_id from acces.informations_de_mes_enfants d))
    and x.information_id not in (select r.information_id from acces.informations_restreintes r);
