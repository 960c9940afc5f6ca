-- Les pièces d'une information (mineurs, équipe, rapport) demandaient chacune, par une politique emboîtée, toutes les
-- informations de l'agent : une page de cinquante lignes lisait trois fois une année de département. Une information se demande
-- désormais par sa clé, sans rien calculer d'autre ; une liste, par ensembles.

create view acces.enfants_de_mes_missions as
  select m.enfant_id from enfants.mission m
    where m.agent_id = (select acces.agent_courant()) and m.periode @> (select acces.aujourdhui())
      and (select acces.peut('enfants.lire-mission'))
  union all
  select m.enfant_id from enfants.mission m
    where m.unite_id = any ((select acces.unites_courantes())::uuid[]) and m.periode @> (select acces.aujourdhui())
      and (select acces.peut('enfants.lire-perimetre'));
create or replace view acces.mes_enfants_du_jour as
  select m.enfant_id from acces.enfants_de_mes_missions m
  union all
  select b.enfant_id from enfants.bris_de_glace b
    where b.agent_id = (select acces.agent_courant()) and b.expire_le > now();

create or replace view acces.informations_de_mes_enfants as
  select m.information_id from ip.mineur m
    where m.enfant_id in (select d.enfant_id from acces.enfants_de_mes_missions d)
      and m.enfant_id not in (select e.id from enfants.enfant e where e.restreint)
  union all
  select m.information_id from ip.mineur m join enfants.enfant e on e.id = m.enfant_id and e.restreint
    where m.enfant_id in (select n.enfant_id from acces.mes_enfants_nommes n);

create or replace function acces.conduit_information(information uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare fiche ip.information;
begin
  select i.* into fiche from ip.information i where i.id = information;
  return fiche.id is not null
    and (acces.peut('ip.recueillir')
      or (acces.peut('ip.lire-perimetre') and fiche.unite_id = any (acces.unites_courantes()))
      or (acces.peut('ip.evaluer') and exists (select 1 from ip.evaluateur v
        where v.agent_id = acces.agent_courant() and v.information_id = information and v.periode @> acces.aujourdhui()))
      or (fiche.cree_le = transaction_timestamp() and fiche.cree_par = acces.agent_courant()))
    and not exists (select 1 from ip.mineur m join enfants.enfant e on e.id = m.enfant_id and e.restreint
      where m.information_id = information and not exists (select 1 from acces.mes_enfants_nommes n where n.enfant_id = m.enfant_id));
end $$;

create or replace function acces.voit_information(information uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return acces.conduit_information(information)
    or exists (select 1 from ip.mineur m join acces.enfants_que_je_suis s on s.enfant_id = m.enfant_id
        where m.information_id = information)
      and not exists (select 1 from ip.mineur m join enfants.enfant e on e.id = m.enfant_id and e.restreint
        where m.information_id = information and not exists (select 1 from acces.mes_enfants_nommes n where n.enfant_id = m.enfant_id));
end $$;

-- Le prédicat de la politique « lire » de ip.information, par ensembles, pour les listes ; des tirages les confrontent. Une
-- colonne qu'on ne demande pas ne se calcule pas.
create view acces.mes_informations with (security_barrier = true) as
  select i.id, i.numero, i.etat, i.unite_id, i.recue_le, i.qualifiee_le, i.echeance, i.delai_reduit_jours, i.close_le,
    (select r.valide_le from ip.rapport r where r.information_id = i.id) as rapport_valide_le
  from ip.information i
  where ((select acces.peut('ip.recueillir'))
      or (i.unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('ip.lire-perimetre')))
      or i.id in (select e.information_id from acces.mes_evaluations e)
      or i.id in (select d.information_id from acces.informations_de_mes_enfants d)
      or (i.cree_le = transaction_timestamp() and i.cree_par = (select acces.agent_courant())))
    and i.id not in (select r.information_id from acces.informations_restreintes r);
create view acces.mineurs_de_mes_informations with (security_barrier = true) as
  select m.information_id, m.rang, m.nom, m.prenom from ip.mineur m join acces.mes_informations i on i.id = m.information_id;
create view acces.equipes_de_mes_informations with (security_barrier = true) as
  select v.information_id, v.agent_id, v.periode, i.etat from ip.evaluateur v join acces.mes_informations i on i.id = v.information_id;
drop view acces.informations_que_je_conduis;

create or replace function ip.chercher(mots text[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare filtres text := (
  select string_agg(format('m.recherche like %L', '%' || acces.normalise(mot) || '%'), ' and ') from unnest(mots) mot where acces.normalise(mot) <> '');
begin
  if filtres is null or not acces.session_ouverte() then return; end if;
  return query execute 'select t.information_id from (select distinct m.information_id from ip.mineur m where ' || filtres
    || ' limit 500) t where t.information_id in (select i.id from acces.mes_informations i)';
end $$;

create index information_ouverte on ip.information (unite_id, etat) where close_le is null;

-- Une contrainte d'exclusion sur une clé en texte, et sur la période par une expression, ne se propose plus aux lectures
-- (décision 0017) : « ce jour » se cherche par l'agent, non dans toutes les périodes du département.
alter table ip.evaluateur drop constraint evaluateur_une_fois,
  add constraint evaluateur_une_fois
    exclude using gist ((information_id::text) with =, (agent_id::text) with =, (periode * '(,)'::daterange) with &&);
