-- Après chaque migration : droits et politiques communes à toutes les tables. Les politiques propres sont dans
-- `src/modules/<module>/data/policies.sql` ; une table que rien n'ouvre reste fermée à l'agent.
do $$
declare t record; p record;
begin
  for p in select schemaname, tablename, policyname from pg_policies where schemaname in ({{schemas}}) loop
    execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
  end loop;
  for t in
    select n.nspname as schema, c.relname as nom from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ({{schemas}}) and c.relkind in ('r', 'p')
  loop
    execute format('alter table %I.%I enable row level security', t.schema, t.nom);
    execute format('alter table %I.%I force row level security', t.schema, t.nom);
    execute format('create policy proprietaire on %I.%I to current_user using (true) with check (true)', t.schema, t.nom);
    if t.schema <> 'acces' then
      execute format('create policy systeme on %I.%I to marelle_systeme using (true) with check (true)', t.schema, t.nom);
    end if;
  end loop;
end $$;

do $$
declare s text;
begin
  foreach s in array array[{{schemas}}] loop
    execute format('grant usage on schema %I to marelle_agent, marelle_systeme', s);
    execute format('grant select, insert, update, delete on all tables in schema %I to marelle_systeme', s);
    if s not in ('comptes', 'acces') then
      execute format('grant select, insert, update, delete on all tables in schema %I to marelle_agent', s);
    end if;
  end loop;
end $$;
revoke insert, update, delete on all tables in schema acces from marelle_systeme;
revoke all on acces.cle from marelle_systeme, marelle_agent;
revoke update, delete on all tables in schema journal from marelle_agent, marelle_systeme;
revoke insert on journal.sceau from marelle_agent, marelle_systeme;
grant select on acces.mes_enfants, acces.mes_enfants_nommes, acces.enfants_restreints, acces.mon_equipe, acces.habilitation_profil to marelle_agent;
grant execute on function acces.ouvrir_agent(uuid, text[]), journal.poser_sceau() to marelle_systeme;
grant usage on schema comptes to marelle_comptes;
grant select, insert, update, delete on comptes.utilisateur, comptes.session, comptes.moyen_de_connexion, comptes.verification, comptes.second_facteur to marelle_comptes;
-- Une fonction du propriétaire ne s'appelle que si on l'a voulu.
do $$
declare s text;
begin
  foreach s in array array[{{schemas}}] loop
    if s <> 'acces' then
      execute format('revoke execute on all functions in schema %I from public', s);
      execute format('grant execute on all functions in schema %I to marelle_systeme', s);
    end if;
  end loop;
end $$;
grant execute on function enfants.briser_glace(text, text, date, text, text, interval, integer, uuid) to marelle_agent;
