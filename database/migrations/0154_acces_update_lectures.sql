-- Les enfants qu'une unité suit sans en être le territoire se lisent à chaque page, pour leurs échéances : peu, parmi toutes ses missions.
create index mission_unite_suivi on enfants.mission (unite_id) include (enfant_id, periode)
  where unite_id is not null and nature <> 'territoire';

-- Qui tient un poste, et les postes de qui, se lisent par leur clé : sur une clé en texte, l'index de l'exclusion, des centaines de fois
-- plus lent, ne se propose plus.
create index affectation_poste on organisation.affectation (poste_id) include (agent_id, periode, nature);
alter table organisation.affectation
  drop constraint affectation_un_titulaire,
  add constraint affectation_un_titulaire exclude using gist ((poste_id::text) with =, periode with &&) where (nature = 'titulaire'),
  drop constraint affectation_une_fois,
  add constraint affectation_une_fois exclude using gist ((poste_id::text) with =, (agent_id::text) with =, periode with &&);

-- Un dossier ouvert ne fait pas lire tous les dossiers clos : d'une date absente, « et » irait voir la suite.
create or replace view acces.mes_dossiers with (security_barrier = true) as
  select e.id, e.numero, e.restreint, e.ouvert_le, e.clos_le,
    p.nom, p.nom_usage, p.prenom, p.sexe, p.date_naissance, p.naissance_precision, p.tri,
    (select s.code from enfants.statut s where s.enfant_id = e.id and s.periode @> (select acces.aujourdhui())) as statut,
    (select m.agent_id from enfants.mission m
      where m.enfant_id = e.id and m.nature = 'referent' and m.periode @> (select acces.aujourdhui())) as referent_id,
    (select m.unite_id from enfants.mission m
      where m.enfant_id = e.id and m.nature = 'territoire' and m.periode @> (select acces.aujourdhui())) as unite_id,
    not exists (select 1 from enfants.mission m where m.enfant_id = e.id and m.periode @> (select acces.aujourdhui())
      and (m.nature in ('referent', 'evaluation') or (m.nature = 'equipe' and m.unite_id is not null))) as sans_suivi,
    (select max(upper(m.periode)) from enfants.mission m
      where m.enfant_id = e.id and m.nature in ('referent', 'equipe', 'evaluation')) as suivi_fini_le
  from enfants.enfant e left join enfants.personne p on p.id = e.id
  where e.id not in (select a.id from enfants.personne a where a.fusionnee_dans is not null)
    and (case when e.restreint
      then e.id in (select n.enfant_id from acces.mes_enfants_nommes n)
      else e.id in (select d.enfant_id from acces.mes_enfants_du_jour d)
        or (e.clos_le is not null and e.clos_le < (select acces.aujourdhui()) and e.id in (select c.enfant_id from acces.mes_enfants_clos c))
    end
    or (e.cree_le = transaction_timestamp() and e.cree_par = (select acces.agent_courant())));
create or replace view acces.mes_mesures with (security_barrier = true) as
  select m.id, m.enfant_id, m.code, m.origine, m.groupe, m.unite_id, m.service, m.etat, m.periode, m.demandee_le, m.decidee_le, m.debut_le,
    m.finie_le, m.version, e.numero, e.restreint, p.nom, p.nom_usage, p.prenom, p.tri, p.recherche, p.date_naissance
  from mesures.mesure m join enfants.enfant e on e.id = m.enfant_id join enfants.personne p on p.id = e.id
  where case when e.restreint
      then e.id in (select n.enfant_id from acces.mes_enfants_nommes n)
      else e.id in (select d.enfant_id from acces.mes_enfants_du_jour d)
        or (e.clos_le is not null and e.clos_le < (select acces.aujourdhui()) and e.id in (select c.enfant_id from acces.mes_enfants_clos c))
    end;

-- Les informations que l'agent voit et qui les évalue ce jour ; sans agent, personne. Lues ensemble : jointes après coup, la base les croit
-- si peu nombreuses qu'elle les compare une à une.
create view acces.equipes_du_jour with (security_barrier = true) as
  select i.id as information_id, i.numero, i.etat, i.echeance, i.unite_id, v.agent_id
  from acces.mes_informations i
    left join ip.evaluateur v on v.information_id = i.id and v.periode @> (select acces.aujourdhui());

-- Les enfants que l'agent voit, et leur naissance : on y choisit ceux qui atteignent un âge, et c'est d'eux seuls que l'on vérifie le reste.
create view acces.mes_naissances with (security_barrier = true) as
  select p.id as enfant_id, p.date_naissance from enfants.personne p
  where (p.id in (select m.enfant_id from acces.mes_enfants_du_jour m) and p.id not in (select r.id from acces.enfants_restreints r))
    or p.id in (select n.enfant_id from acces.mes_enfants_nommes n);
