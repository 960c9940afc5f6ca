-- Ce qu'un agent suit autrement que par bris de glace : l'urgence d'un jour ne se donne pas une mission pour toujours.
create view acces.enfants_que_je_suis as
  select e.id as enfant_id from enfants.enfant e
  where case when e.restreint
    then exists (select 1 from acces.mes_enfants_nommes n where n.enfant_id = e.id)
    else exists (
      select 1 from enfants.mission m
        where m.enfant_id = e.id and m.agent_id = (select acces.agent_courant()) and m.periode @> (select acces.aujourdhui())
          and (select acces.peut('enfants.lire-mission'))
      union all
      select 1 from enfants.mission m
        where m.enfant_id = e.id and m.unite_id = any ((select acces.unites_courantes())::uuid[]) and m.periode @> (select acces.aujourdhui())
          and (select acces.peut('enfants.lire-perimetre')))
  end;

-- Les personnes que l'agent voit, comme la politique de enfants.personne : sert aux politiques qui ne peuvent pas la lire sans tourner en rond.
create view acces.mes_personnes as
  select v.enfant_id as id from (
    select m.enfant_id from acces.mes_enfants m where not exists (select 1 from acces.enfants_restreints r where r.id = m.enfant_id)
    union all select n.enfant_id from acces.mes_enfants_nommes n where exists (select 1 from acces.enfants_restreints r where r.id = n.enfant_id)) v
  union all
  select l.personne_id from enfants.lien l
    where not exists (select 1 from acces.enfants_restreints r where r.id = l.personne_id)
      and case when exists (select 1 from acces.enfants_restreints r where r.id = l.enfant_id)
        then exists (select 1 from acces.mes_enfants_nommes n where n.enfant_id = l.enfant_id)
        else exists (select 1 from acces.mes_enfants m where m.enfant_id = l.enfant_id) end
  union all
  select p.id from enfants.personne p where p.cree_le = transaction_timestamp() and p.cree_par = (select acces.agent_courant());
create index on enfants.personne (cree_le);

create view acces.mes_menages as
  select m.menage_id as id from enfants.menage_membre m where exists (select 1 from acces.mes_personnes p where p.id = m.personne_id)
  union all
  select g.id from enfants.menage g where g.cree_le = transaction_timestamp() and g.cree_par = (select acces.agent_courant());

-- Qui revoit les bris de glace ne voit pas l'enfant, seulement le numéro du dossier ouvert.
create view acces.dossiers_revus as
  select b.id as bris_id, e.numero from enfants.bris_de_glace b join enfants.enfant e on e.id = b.enfant_id
  where (select acces.peut('acces.revoir'));

-- Un enfant lié à un autre se lit par ce lien ; il ne se corrige que par son propre dossier.
create function acces.est_enfant(personne uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select acces.session_ouverte() and exists (select 1 from enfants.enfant e where e.id = personne)
$$;

create or replace function enfants.garder_restriction() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.restreint <> old.restreint and acces.session_ouverte()
     and not (acces.peut('enfants.proteger') and exists (select 1 from acces.enfants_que_je_suis s where s.enfant_id = old.id)) then
    raise exception 'Protéger un dossier demande une habilitation et de suivre l''enfant' using errcode = '42501';
  end if;
  return new;
end $$;

-- Rang suivant de l'année : deux créations simultanées s'attendent le temps d'un verrou.
create function enfants.prendre_numero(annee text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare suivant integer;
begin
  if not acces.peut('enfants.creer') or annee !~ '^\d{4}$' then
    raise exception 'Ouvrir un dossier non permis' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(1296126533, annee::integer);
  select coalesce(max(substr(e.numero, 6)::integer), 0) + 1 into suivant
    from enfants.enfant e where e.numero ~ ('^' || annee || '-\d{1,8}$');
  return annee || '-' || lpad(suivant::text, 5, '0');
end $$;

-- Frères et sœurs par un parent commun, hors des missions de l'agent : le prénom seul, jamais un dossier restreint.
create function enfants.fratrie_hors_missions(enfant uuid) returns table (rang bigint, prenom text, meres integer, peres integer, communs integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select row_number() over (order by p.date_naissance nulls last, p.id), p.prenom,
    count(*) filter (where mien.qualite = 'mere' and leur.qualite = 'mere')::integer,
    count(*) filter (where mien.qualite = 'pere' and leur.qualite = 'pere')::integer, count(distinct leur.personne_id)::integer
  from enfants.lien mien
  join enfants.lien leur on leur.personne_id = mien.personne_id and leur.enfant_id <> mien.enfant_id
    and leur.filiation is not null and leur.filiation <> 'non-etablie'
  join enfants.personne p on p.id = leur.enfant_id and p.fusionnee_dans is null
  where mien.enfant_id = enfant and mien.filiation is not null and mien.filiation <> 'non-etablie'
    and exists (select 1 from acces.mes_personnes m join enfants.enfant e on e.id = m.id where m.id = enfant)
    and not exists (select 1 from acces.mes_personnes m where m.id = leur.enfant_id)
    and not exists (select 1 from acces.enfants_restreints r where r.id = leur.enfant_id)
  group by p.id
$$;

-- Recherche : l'index d'abord, la visibilité ensuite. Sous les politiques de ligne, l'index des trigrammes ne servirait pas.
-- Chaque mot doit se trouver dans les noms ; `flou` accepte une faute de frappe. Ne rend que ce que l'agent voit.
create function enfants.chercher(mots text[], naissance date, annee integer, numero_commence text, flou boolean, limite integer)
returns table (id uuid, score real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  cles text[] := coalesce((select array_agg(acces.normalise(m)) from unnest(mots) m where acces.normalise(m) <> ''), '{}');
  cle text := array_to_string(cles, ' ');
  filtres text := '';
begin
  if not acces.session_ouverte() then return; end if;
  if numero_commence is not null then
    filtres := ' and p.id in (select e.id from enfants.enfant e where e.numero like $3)';
  end if;
  if naissance is not null then filtres := filtres || ' and p.date_naissance = $4'; end if;
  if annee is not null then filtres := filtres || ' and p.date_naissance >= make_date($5, 1, 1) and p.date_naissance < make_date($5 + 1, 1, 1)'; end if;
  if cle <> '' and flou then
    filtres := filtres || ' and $2 <% p.recherche';
  elsif cle <> '' then
    for i in 1 .. cardinality(cles) loop
      filtres := filtres || format(' and p.recherche like %L', '%' || cles[i] || '%');
    end loop;
  end if;
  if filtres = '' then return; end if;
  return query execute
    'with candidat as materialized (
       select p.id, (case when p.tri like $2 || ''%'' then 2 else 0 end + case when '' '' || p.recherche || '' '' like ''% '' || $2 || '' %'' then 1 else 0 end
         + word_similarity($2, p.recherche))::real as score, p.tri
       from enfants.personne p where p.fusionnee_dans is null' || filtres || ')
     select c.id, c.score from candidat c where c.id in (select m.id from acces.mes_personnes m) order by c.score desc, c.tri, c.id limit $1'
    using limite, cle, replace(replace(numero_commence, '%', ''), '_', '') || '%', naissance, annee;
end $$;

-- Déplace une ligne d'une fiche absorbée vers la fiche gardée. Un recouvrement de période ne perd rien : la ligne est coupée
-- à ce qui ne recouvre pas, ou reste sur la fiche absorbée ; une seconde mission unique devient une mission d'équipe.
create function enfants.deplacer_ligne(relation regclass, colonne name, ligne uuid, avant jsonb, garde uuid) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  cles constant jsonb := '{"enfants.lien": ["enfant_id", "personne_id", "qualite"], "enfants.autorite_parentale": ["enfant_id", "personne_id"],
    "enfants.statut": ["enfant_id"], "enfants.menage_membre": ["menage_id", "personne_id"], "enfants.acces_nomme": ["enfant_id", "agent_id"]}';
  cible jsonb := avant || jsonb_build_object(colonne, garde);
  restes datemultirange;
  morceau daterange;
  ajoutees jsonb := '[]';
  une jsonb;
  rang integer := 0;
begin
  begin
    execute format('update %s t set %I = $1 where id = $2 returning to_jsonb(t)', relation, colonne) using garde, ligne into une;
    return jsonb_build_object('table', relation::text, 'id', ligne, 'sort', 'deplacee', 'avant', avant, 'apres', une, 'ajoutees', ajoutees);
  exception when exclusion_violation or unique_violation then null;
  end;
  if relation = 'enfants.mission'::regclass then
    update enfants.mission t set enfant_id = garde, nature = 'equipe' where t.id = ligne returning to_jsonb(t) into une;
    return jsonb_build_object('table', relation::text, 'id', ligne, 'sort', 'changee', 'avant', avant, 'apres', une, 'ajoutees', ajoutees);
  end if;
  if not cles ? relation::text then
    return jsonb_build_object('table', relation::text, 'id', ligne, 'sort', 'restee', 'avant', avant);
  end if;
  execute format('select $1::datemultirange - range_agg(t.periode) from %s t where to_jsonb(t) @> $2 and t.id <> $3', relation)
    using '{' || (avant ->> 'periode') || '}', (select jsonb_object_agg(c, cible -> c) from jsonb_array_elements_text(cles -> relation::text) c), ligne
    into restes;
  if restes is null or isempty(restes) then
    return jsonb_build_object('table', relation::text, 'id', ligne, 'sort', 'restee', 'avant', avant);
  end if;
  for morceau in select unnest(restes) loop
    rang := rang + 1;
    if rang = 1 then
      execute format('update %s t set %I = $1, periode = $3 where id = $2 returning to_jsonb(t)', relation, colonne) using garde, ligne, morceau into cible;
    else
      execute format('insert into %1$s as t select (jsonb_populate_record(null::%1$s, $1)).* returning to_jsonb(t)', relation)
        using avant || jsonb_build_object(colonne, garde, 'id', gen_random_uuid(), 'periode', morceau::text) into une;
      ajoutees := ajoutees || jsonb_build_array(une);
    end if;
  end loop;
  return jsonb_build_object('table', relation::text, 'id', ligne, 'sort', 'coupee', 'avant', avant, 'apres', cible, 'ajoutees', ajoutees);
end $$;

-- Réunit deux fiches d'une même personne. Toute table qui désigne une personne ou un enfant suit, celles des autres modules comprises.
create function enfants.fusionner(garde uuid, absorbe uuid, raison text, nouvel_id uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  moi uuid := acces.agent_courant();
  lieu record;
  ligne record;
  deplacements jsonb := '[]';
  p_garde enfants.personne;
  p_absorbe enfants.personne;
  nom_ajoute jsonb;
begin
  if moi is null or not acces.peut('enfants.fusionner')
     or (select count(distinct m.id) from acces.mes_personnes m where m.id in (garde, absorbe)) <> 2 then
    raise exception 'Fusion non permise' using errcode = '42501';
  end if;
  perform 1 from enfants.personne p where p.id in (garde, absorbe) order by p.id for update;
  select * into p_garde from enfants.personne p where p.id = garde;
  select * into p_absorbe from enfants.personne p where p.id = absorbe;
  if p_garde.fusionnee_dans is not null or p_absorbe.fusionnee_dans is not null then
    raise exception 'Déjà fusionnée' using errcode = '23514', constraint = 'fusion_deja_faite';
  end if;
  if exists (select 1 from enfants.enfant e where e.id = absorbe) and not exists (select 1 from enfants.enfant e where e.id = garde) then
    raise exception 'Garder la fiche de l''enfant' using errcode = '23514', constraint = 'fusion_garder_enfant';
  end if;
  if exists (select 1 from enfants.enfant a join enfants.enfant g on g.id = garde where a.id = absorbe and a.restreint <> g.restreint) then
    raise exception 'Un seul des deux est restreint' using errcode = '23514', constraint = 'fusion_restreint';
  end if;
  if exists (select 1 from enfants.lien l where (l.enfant_id, l.personne_id) in ((garde, absorbe), (absorbe, garde))) then
    raise exception 'Liées l''une à l''autre' using errcode = '23514', constraint = 'fusion_lies';
  end if;
  for lieu in
    select c.conrelid::regclass as relation, a.attname as colonne
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid in ('enfants.personne'::regclass, 'enfants.enfant'::regclass) and cardinality(c.conkey) = 1
        and c.conrelid not in ('enfants.enfant'::regclass, 'enfants.personne'::regclass, 'enfants.fusion'::regclass)
      order by c.conrelid::regclass::text, a.attname
  loop
    for ligne in execute format('select t.id, to_jsonb(t) as avant from %s t where t.%I = $1 order by t.id', lieu.relation, lieu.colonne) using absorbe loop
      deplacements := deplacements || jsonb_build_array(enfants.deplacer_ligne(lieu.relation, lieu.colonne, ligne.id, ligne.avant, garde));
    end loop;
  end loop;
  if p_absorbe.tri <> p_garde.tri then
    insert into enfants.autre_nom as t (id, personne_id, nature, nom, prenom) values (gen_random_uuid(), garde, 'autre', p_absorbe.nom, p_absorbe.prenom)
      returning to_jsonb(t) into nom_ajoute;
    deplacements := deplacements || jsonb_build_array(jsonb_build_object('table', 'enfants.autre_nom', 'sort', 'ajoutee', 'ajoutees', jsonb_build_array(nom_ajoute)));
  end if;
  update enfants.personne p set fusionnee_dans = garde where p.id = absorbe;
  insert into enfants.fusion (id, gardee_id, absorbee_id, motif, deplacements, faite_par) values (nouvel_id, garde, absorbe, raison, deplacements, moi);
  return nouvel_id;
end $$;

-- Défait une fusion : rend chaque ligne telle qu'elle était, ou refuse si l'une d'elles a changé depuis.
create function enfants.separer(fusion uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  moi uuid := acces.agent_courant();
  f enfants.fusion;
  d jsonb;
  a jsonb;
  actuelle jsonb;
  colonnes text;
begin
  select * into f from enfants.fusion x where x.id = fusion and x.annulee_le is null for update;
  if moi is null or not acces.peut('enfants.fusionner') or not exists (select 1 from acces.mes_personnes m where m.id = f.gardee_id) then
    raise exception 'Séparation non permise' using errcode = '42501';
  end if;
  if exists (select 1 from enfants.personne p where p.id = f.gardee_id and p.fusionnee_dans is not null) then
    raise exception 'La fiche gardée a elle-même été absorbée' using errcode = '23514', constraint = 'fusion_suivante';
  end if;
  for d in select x from jsonb_array_elements(f.deplacements) x where x ->> 'sort' <> 'restee' loop
    for a in select x from jsonb_array_elements(d -> 'ajoutees') x union all select d -> 'apres' where d ? 'apres' loop
      execute format('select to_jsonb(t) from %s t where id = $1', (d ->> 'table')::regclass) using (a ->> 'id')::uuid into actuelle;
      if actuelle is distinct from a then
        raise exception 'Une ligne a changé depuis la fusion : %', d ->> 'table' using errcode = '23514', constraint = 'fusion_change';
      end if;
    end loop;
    for a in select x from jsonb_array_elements(d -> 'ajoutees') x loop
      execute format('delete from %s where id = $1', (d ->> 'table')::regclass) using (a ->> 'id')::uuid;
    end loop;
    if d ? 'apres' then
      select string_agg(format('%1$I = r.%1$I', c.attname), ', ' order by c.attnum) into colonnes from pg_attribute c
        where c.attrelid = (d ->> 'table')::regclass and c.attnum > 0 and not c.attisdropped and c.attgenerated = '' and c.attname <> 'id';
      execute format('update %1$s t set %2$s from jsonb_populate_record(null::%1$s, $1) r where t.id = r.id', (d ->> 'table')::regclass, colonnes)
        using d -> 'avant';
    end if;
  end loop;
  update enfants.personne p set fusionnee_dans = null where p.id = f.absorbee_id;
  update enfants.fusion x set annulee_par = moi, annulee_le = now() where x.id = f.id;
  return f.absorbee_id;
end $$;
