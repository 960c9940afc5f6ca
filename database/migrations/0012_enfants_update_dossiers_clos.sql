-- Un dossier clos se lit encore de qui encadre une unité qui l'a suivi, s'il a l'habilitation : un enfant connu jadis doit
-- se reconnaître quand il revient. Il ne s'affecte plus : acces.enfants_que_je_suis ne change pas.
create or replace view acces.mes_enfants with (security_barrier = false) as
  select m.enfant_id from enfants.mission m
    where m.agent_id = (select acces.agent_courant()) and m.periode @> (select acces.aujourdhui())
      and (select acces.peut('enfants.lire-mission'))
  union all
  select m.enfant_id from enfants.mission m
    where m.unite_id = any ((select acces.unites_courantes())::uuid[]) and m.periode @> (select acces.aujourdhui())
      and (select acces.peut('enfants.lire-perimetre'))
  union all
  select m.enfant_id from enfants.mission m join enfants.enfant e on e.id = m.enfant_id and e.clos_le < (select acces.aujourdhui())
    where m.unite_id = any ((select acces.unites_courantes())::uuid[]) and (select acces.peut('enfants.lire-clos'))
  union all
  select b.enfant_id from enfants.bris_de_glace b
    where b.agent_id = (select acces.agent_courant()) and b.expire_le > now();
