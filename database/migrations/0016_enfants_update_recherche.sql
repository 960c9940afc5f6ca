-- Les dossiers restreints sont rares : les politiques les demandent à chaque ligne, un index à eux seuls leur répond.
create index enfant_restreint on enfants.enfant (id) where restreint;
-- Une contrainte d'exclusion sur plusieurs colonnes laisse croire au planificateur que son index répond aussi à la seconde :
-- il parcourait tous les liens pour chaque proche. Sur une clé composée, elle garde le même sens et ne trompe plus.
alter table enfants.lien drop constraint lien_une_fois,
  add constraint lien_une_fois exclude using gist ((enfant_id::text || personne_id::text || qualite) with =, periode with &&);
alter table enfants.menage_membre drop constraint menage_membre_une_fois,
  add constraint menage_membre_une_fois exclude using gist ((menage_id::text || personne_id::text) with =, periode with &&);
create index on enfants.menage_membre (menage_id);
create index lien_personne_enfant on enfants.lien (personne_id, enfant_id);
drop index enfants.lien_personne_id_idx;

-- Recherche en quelques millisecondes quel que soit le nombre de dossiers : les candidats viennent de l'index, rangés ; la
-- visibilité est demandée candidat par candidat, dans cet ordre, et s'arrête dès que la page est pleine. Qui suit peu
-- d'enfants part de ses enfants et de leurs proches. Dans les deux cas, acces.mes_personnes décide seule.
create or replace function enfants.chercher(mots text[], naissance date, annee integer, numero_commence text, flou boolean, limite integer)
returns table (id uuid, score real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  cles text[] := coalesce((select array_agg(distinct acces.normalise(m)) from unnest(mots) m where acces.normalise(m) <> ''), '{}');
  cle text := coalesce((select string_agg(acces.normalise(m), ' ') from unnest(mots) m where acces.normalise(m) <> ''), '');
  peu constant integer := 500;
  proches uuid[];
  filtres text := '';
  rang text;
begin
  if not acces.session_ouverte() then return; end if;
  if numero_commence is not null then
    filtres := ' and p.id in (select e.id from enfants.enfant e where e.numero like $3)';
  end if;
  if naissance is not null then filtres := filtres || ' and p.date_naissance = $4'; end if;
  if annee is not null then filtres := filtres || ' and p.date_naissance >= make_date($5, 1, 1) and p.date_naissance < make_date($5 + 1, 1, 1)'; end if;
  for i in 1 .. cardinality(cles) loop
    filtres := filtres || case when flou then format(' and %L <%% p.recherche', cles[i]) else format(' and p.recherche like %L', '%' || cles[i] || '%') end;
  end loop;
  if filtres = '' then return; end if;
  -- Plus que de quoi choisir : ses enfants et leurs proches, s'ils sont peu nombreux. Ce n'est qu'un raccourci vers les candidats.
  select array_agg(m.enfant_id) into proches from (
    select v.enfant_id from acces.mes_enfants v limit peu + 1) m;
  if coalesce(cardinality(proches), 0) <= peu then
    proches := array(
      with miens as materialized (select unnest(proches) as id union select n.enfant_id from acces.mes_enfants_nommes n)
      select m.id from miens m
      union select l.personne_id from miens m join enfants.lien l on l.enfant_id = m.id
      union select p.id from enfants.personne p where p.cree_le = transaction_timestamp());
    filtres := filtres || ' and p.id = any ($6)';
  end if;
  rang := case
    when cle = '' then '0'
    when flou then 'word_similarity($2, p.recherche)'
    else 'case when p.tri = $2 then 5 when p.tri like $2 || '' %'' then 4 when p.tri like $2 || ''%'' then 3
      when '' '' || p.recherche || '' '' like ''% '' || $2 || '' %'' then 2 when '' '' || p.recherche like ''% '' || $2 || ''%'' then 1 else 0 end' end;
  return query execute
    'with candidat as materialized (
       select p.id, (' || rang || ')::real as score from enfants.personne p
       where p.fusionnee_dans is null' || filtres || ' order by score desc, p.tri, p.id)
     select c.id, c.score from candidat c
     where (select true from acces.mes_personnes m where m.id = c.id limit 1) limit $1'
    using limite, cle, replace(replace(numero_commence, '%', ''), '_', '') || '%', naissance, annee, proches;
end $$;
