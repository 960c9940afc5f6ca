-- Les paires de fiches qui pourraient être la même personne : cherchées par un travail, quelques secondes après l'écriture qui a
-- pu en faire, et lues par qui voit les deux. Une fusion ne déplace pas ces lignes : elles ne désignent personne par une clé
-- étrangère, et se refont.
create table enfants.doublon (
  personne_id uuid not null,
  autre_id uuid not null,
  raison text not null,
  -- Ordre de montre : les raisons les plus sûres, puis le nom.
  rang integer not null,
  primary key (personne_id, autre_id),
  check (personne_id < autre_id)
);
create index on enfants.doublon (rang);

create function enfants.demander_doublons() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into travaux.demande (id, travail, cle) select gen_random_uuid(), 'personnes.doublons.chercher', 'doublons'
    where not exists (select 1 from travaux.demande d where d.travail = 'personnes.doublons.chercher' and d.prise_le is null);
  return null;
end $$;
create trigger doublons_demander
  after insert or update of nom, nom_usage, prenom, date_naissance, naissance_precision, fusionnee_dans on enfants.personne
  for each statement execute function enfants.demander_doublons();

create function enfants.resumer(p enfants.personne) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('id', p.id, 'nom', p.nom, 'nomUsage', p.nom_usage, 'prenom', p.prenom, 'sexe', p.sexe,
    'dateNaissance', p.date_naissance, 'naissancePrecision', p.naissance_precision)
$$;
-- Les premières paires dont l'agent voit les deux fiches. Qu'elles soient liées, réunies ou dites distinctes se relit ici.
create function enfants.doublons_vus(limite integer) returns table (a jsonb, b jsonb, raison text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not acces.session_ouverte() then return; end if;
  return query
    select enfants.resumer(p), enfants.resumer(q), d.raison
    from (
      select x.* from enfants.doublon x
      where not exists (select 1 from enfants.lien l where l.enfant_id = x.personne_id and l.personne_id = x.autre_id)
        and not exists (select 1 from enfants.lien l where l.enfant_id = x.autre_id and l.personne_id = x.personne_id)
        and not exists (select 1 from rapprochement.distinction n
          where least(n.personne_id, n.autre_id) = x.personne_id and greatest(n.personne_id, n.autre_id) = x.autre_id)
        and not exists (select 1 from enfants.personne r where r.id in (x.personne_id, x.autre_id) and r.fusionnee_dans is not null)
        and acces.voit_personne(x.personne_id) and acces.voit_personne(x.autre_id)
      order by x.rang limit limite
    ) d join enfants.personne p on p.id = d.personne_id join enfants.personne q on q.id = d.autre_id order by d.rang;
end $$;

-- Les fiches déjà là.
insert into travaux.demande (id, travail, cle) values (gen_random_uuid(), 'personnes.doublons.chercher', 'doublons');
