import pg from 'pg';
import { expect, test } from 'vitest';
import { withBase } from '#tests/support/base.ts';
import { openPool } from './connection.ts';
import { SCHEMAS } from './migrate.ts';
import { verifyProtection } from './verify-protection.ts';

const base = withBase();

test('la base migrée protège : aucun défaut', async () => {
  await expect(verifyProtection(base.db.agents)).resolves.toBeUndefined();
  await expect(verifyProtection(base.db.systeme)).resolves.toBeUndefined();
});

test('toute table des schémas de Marelle a des politiques, forcées, dont une au moins propre au module', async () => {
  const tables = await base.executeSql<{ nom: string }>(
    `select c.oid::regclass::text as nom from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and n.nspname <> 'acces' and c.relkind = 'r'
       and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname not in ('proprietaire', 'systeme'))`,
    [SCHEMAS],
  );
  // Personne d'autre que le système n'a affaire à ces tables.
  expect(tables.map(({ nom }) => nom).sort()).toEqual([
    'alertes.tournee',
    'echeances.a_revoir',
    'enfants.doublon',
    'rapprochement.cle_en_attente',
    'rapprochement.cle_recherche',
    'rapprochement.cle_version',
    'reprise.ecriture',
  ]);
});

test('une table laissée sans politique forcée arrête le démarrage', async () => {
  await base.executeSql('create table organisation.oubliee (id integer)');
  await expect(verifyProtection(base.db.agents)).rejects.toThrow('organisation.oubliee');
  await base.executeSql('drop table organisation.oubliee');
});

test('un rôle qui passe outre les politiques arrête le démarrage', async () => {
  const pool = openPool(base.urlProprietaire, 1);
  await expect(verifyProtection(pool)).rejects.toThrow(/passe outre|possède/);
  await pool.end();
});

test('sans session ouverte, le rôle d’application ne voit aucune ligne', async () => {
  await base.executeSql(
    "insert into organisation.commune (code, nom, departement_code) values ('50129', 'Cherbourg-en-Cotentin', '50')",
  );
  const client = new pg.Client({ connectionString: base.urls.urlApplication });
  await client.connect();
  await expect(client.query('select 1 from organisation.commune')).rejects.toThrow('permission denied');
  await client.query('begin; set local role marelle_agent');
  expect((await client.query('select 1 from organisation.commune')).rowCount).toBe(0);
  await client.query('rollback');
  await client.end();
});
