import { describe, expect, it } from 'vitest';
import { withBase } from '#tests/support/base.ts';
import { migrate } from './migrate.ts';

const base = withBase();

describe('la base migrée', () => {
  it('ne rejoue aucune migration', async () => {
    expect(await migrate({ urlProprietaire: base.urlProprietaire })).toBe(0);
  });

  it("n'a aucune table de Marelle sans politique de ligne forcée", async () => {
    const nues = await base.executeSql(
      `select c.oid::regclass::text as nom from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('acces', 'organisation', 'comptes', 'enfants', 'journal') and c.relkind in ('r', 'p')
         and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    expect(nues).toEqual([]);
  });

  it("ne donne aux comptes de l'application ni contournement des politiques ni pouvoir sur les rôles", async () => {
    const comptes = [base.urls.urlApplication, base.urls.urlSysteme].map((url) => new URL(url).username);
    const roles = await base.executeSql(
      'select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as fort from pg_roles where rolname = any ($1)',
      [comptes],
    );
    expect(roles).toEqual([{ fort: false }, { fort: false }]);
  });
});
