-- Les dossiers que l'agent voit, avec ce que listes et tableaux en montrent. Sous les politiques, chaque table jointe redemandait
-- l'enfant ligne à ligne ; ici, la visibilité se calcule une fois, par ensembles, et vaut pour ce qui ne dépend que d'elle.
-- acces.mes_enfants se coupe en deux : qui ne demande que des dossiers ouverts ne calcule pas les clos.
create view acces.mes_enfants_du_jour as
  select m.enfant_id from enfants.mission m
    where m.agent_id = (select acces.agent_courant()) and m.periode @> (select acces.aujourdhui())
      and (select acces.peut('enfants.lire-mission'))
  union all
  select m.enfant_id from enfants.mission m
    where m.unite_id = any ((select acces.unites_courantes())::uuid[]) and m.periode @> (select acces.aujourdhui())
      and (select acces.peut('enfants.lire-perimetre'))
  union all
  select b.enfant_id from enfants.bris_de_glace b
    where b.agent_id = (select acces.agent_courant()) and b.expire_le > now();
create view acces.mes_enfants_clos as
  select m.enfant_id from enfants.mission m join enfants.enfant e on e.id = m.enfant_id and e.clos_le < (select acces.aujourdhui())
    where m.unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('enfants.lire-clos'));
create or replace view acces.mes_enfants with (security_barrier = false) as
  select d.enfant_id from acces.mes_enfants_du_jour d union all select c.enfant_id from acces.mes_enfants_clos c;

-- Le prédicat est celui de la politique « lire » de enfants.enfant ; un test par tirages les confronte. La barrière empêche
-- qu'une condition indiscrète de l'appelant soit essayée sur une ligne cachée. Faite pour les ensembles : un dossier seul se
-- lit par sa table. Une colonne qu'on ne demande pas ne se calcule pas.
create view acces.mes_dossiers with (security_barrier = true) as
  select e.id, e.numero, e.restreint, e.ouvert_le, e.clos_le,
    p.nom, p.nom_usage, p.prenom, p.sexe, p.date_naissance, p.naissance_precision, p.tri,
    (select s.code from enfants.statut s where s.enfant_id = e.id and s.periode @> (select acces.aujourdhui())) as statut,
    (select m.agent_id from enfants.mission m
      where m.enfant_id = e.id and m.nature = 'referent' and m.periode @> (select acces.aujourdhui())) as referent_id,
    (select m.unite_id from enfants.mission m
      where m.enfant_id = e.id and m.nature = 'territoire' and m.periode @> (select acces.aujourdhui())) as unite_id,
    -- Personne ne répond de l'enfant ce jour : ni référent, ni évaluateur, ni équipe d'un service (une AEMO est exercée par un
    -- service habilité). Le territoire seul n'en répond pas.
    not exists (select 1 from enfants.mission m where m.enfant_id = e.id and m.periode @> (select acces.aujourdhui())
      and (m.nature in ('referent', 'evaluation') or (m.nature = 'equipe' and m.unite_id is not null))) as sans_suivi,
    -- Premier jour sans ceux qui en répondaient ; nul si personne n'en a jamais répondu.
    (select max(upper(m.periode)) from enfants.mission m
      where m.enfant_id = e.id and m.nature in ('referent', 'equipe', 'evaluation')) as suivi_fini_le
  from enfants.enfant e left join enfants.personne p on p.id = e.id
  where e.id not in (select a.id from enfants.personne a where a.fusionnee_dans is not null)
    and (case when e.restreint
      then e.id in (select n.enfant_id from acces.mes_enfants_nommes n)
      else e.id in (select d.enfant_id from acces.mes_enfants_du_jour d)
        or (e.clos_le < (select acces.aujourdhui()) and e.id in (select c.enfant_id from acces.mes_enfants_clos c))
    end
    or (e.cree_le = transaction_timestamp() and e.cree_par = (select acces.agent_courant())));

-- Plus rien ne les lit.
drop view acces.enfants_absorbes, acces.mes_menages;

-- Ce qui se demande enfant par enfant se répond par l'index seul. Les contraintes d'exclusion gardent leur sens sur une clé en
-- texte : leur index, quatre fois plus lent, ne se propose plus au planificateur pour ces lectures.
create index statut_enfant on enfants.statut (enfant_id) include (periode, code);
create index mission_enfant on enfants.mission (enfant_id) include (periode, nature, agent_id, unite_id);
create index mission_unite_enfant on enfants.mission (unite_id, enfant_id) include (periode) where unite_id is not null;
drop index enfants.mission_enfant_id_idx, enfants.mission_unite_id_enfant_id_idx;
alter table enfants.statut drop constraint statut_un_a_la_fois,
  add constraint statut_un_a_la_fois exclude using gist ((enfant_id::text) with =, periode with &&);
alter table enfants.mission
  drop constraint mission_un_referent,
  add constraint mission_un_referent exclude using gist ((enfant_id::text) with =, periode with &&) where (nature = 'referent'),
  drop constraint mission_un_territoire,
  add constraint mission_un_territoire exclude using gist ((enfant_id::text) with =, periode with &&) where (nature = 'territoire');
