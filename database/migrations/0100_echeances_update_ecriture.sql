-- Une échéance que rien ne change n'est ni réécrite ni verrouillée : la nuit d'un département entier en relit un demi-million.
create or replace function echeances.ecrire(objets uuid[], lignes jsonb, out apparues integer, out changees integer, out otees integer)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with voulues as materialized (
    select v.*, coalesce(v.enfant_id, v.information_id) as objet_id, coalesce(t.unite_id, i.unite_id) as unite_id,
      coalesce(e.restreint, false) as restreint,
      -- Ce que fait le référent, et ce qu'il attend d'un autre : c'est lui qui relance.
      case when v.acteur in ('referent', 'service', 'juge', 'parquet', 'tribunal', 'prefet') then r.agent_id end as agent_id
    from jsonb_to_recordset(lignes) as v (enfant_id uuid, information_id uuid, regle text, cle text, mesure_id uuid, depuis date, pour date,
        instant timestamptz, statut text, faite_le date, acteur text, libelle text, gravite text, etapes text[], textes jsonb)
      left join enfants.enfant e on e.id = v.enfant_id
      left join ip.information i on i.id = v.information_id
      left join enfants.mission r on r.enfant_id = e.id and r.nature = 'referent' and r.periode @> acces.aujourdhui()
      left join enfants.mission t on t.enfant_id = e.id and t.nature = 'territoire' and t.periode @> acces.aujourdhui()
    where num_nonnulls(e.id, i.id) = 1),
  parties as (
    -- « not in » : l'ensemble se hache une fois, quoi que la base croie du nombre de lignes d'un texte JSON.
    delete from echeances.echeance x where x.objet_id = any (objets)
      and (x.objet_id, x.regle, x.cle) not in (select v.objet_id, v.regle, v.cle from voulues v) returning 1),
  autres as (
    select v.*, x.id is null as neuve
    from voulues v left join echeances.echeance x on x.objet_id = v.objet_id and x.regle = v.regle and x.cle = v.cle
    where x.id is null
      or (x.mesure_id, x.depuis, x.pour, x.instant, x.statut, x.faite_le, x.acteur, x.libelle, x.gravite, x.etapes, x.textes, x.agent_id,
        x.unite_id, x.restreint)
      is distinct from (v.mesure_id, v.depuis, v.pour, v.instant, v.statut, v.faite_le, v.acteur, v.libelle, v.gravite, v.etapes, v.textes,
        v.agent_id, v.unite_id, v.restreint)),
  ecrites as (
    insert into echeances.echeance (enfant_id, information_id, regle, cle, mesure_id, depuis, pour, instant, statut, faite_le, acteur,
      libelle, gravite, etapes, textes, agent_id, unite_id, restreint)
    select v.enfant_id, v.information_id, v.regle, v.cle, v.mesure_id, v.depuis, v.pour, v.instant, v.statut, v.faite_le, v.acteur, v.libelle,
      v.gravite, v.etapes, v.textes, v.agent_id, v.unite_id, v.restreint
    from autres v
    on conflict (objet_id, regle, cle) do update set
      mesure_id = excluded.mesure_id, depuis = excluded.depuis, pour = excluded.pour, instant = excluded.instant, statut = excluded.statut,
      faite_le = excluded.faite_le, acteur = excluded.acteur, libelle = excluded.libelle, gravite = excluded.gravite,
      etapes = excluded.etapes, textes = excluded.textes, agent_id = excluded.agent_id, unite_id = excluded.unite_id,
      restreint = excluded.restreint)
  select (select count(*) from autres v where v.neuve)::integer, (select count(*) from autres v where not v.neuve)::integer,
    (select count(*) from parties)::integer
$$;
