import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listLignes, withBaseVide } from '#tests/support/base-vide.ts';
import { listMigrations, migrate } from './migrate.ts';
import { createDepuisSauvegarde } from './sauvegarde-restauration.ts';
import { buildSchema } from './schema-snapshot.ts';

const RACINE = join(import.meta.dirname, '../..');
const ancienne = withBaseVide();
const neuve = withBaseVide();

describe('une base arrêtée à la migration 0005', () => {
  beforeAll(async () => {
    const fichier = join(RACINE, 'tests/support/bases-anciennes/0005.sauvegarde');
    const { entete } = await createDepuisSauvegarde({ urlProprietaire: ancienne.urlProprietaire, fichier });
    expect(entete.migrations.at(-1)?.nom).toMatch(/^0005/);
  });

  it('arrive au même schéma qu’une base neuve', async () => {
    const passees = await Promise.all([1, 2].map(() => migrate({ urlProprietaire: neuve.urlProprietaire })));
    // Deux démarrages à la fois : l'un fait tout, l'autre attend et ne fait rien.
    expect(passees.sort((a, b) => a - b)).toEqual([0, (await listMigrations()).length]);
    expect(await buildSchema(ancienne.urlProprietaire)).toBe(await buildSchema(neuve.urlProprietaire));
  });

  it('garde ses lignes, et ne repasse rien', async () => {
    const [compte] = await listLignes(
      ancienne.urlProprietaire,
      `select (select count(*) from enfants.personne)::int as personnes, (select count(*) from organisation.unite_ascendance)::int as ascendances,
        (select count(*) from journal.evenement where rang > 1)::int as enchaines, acces.ouvrir('jetonancien') ->> 'nom' as ouvre`,
    );
    expect(compte).toEqual({ personnes: 2, ascendances: 3, enchaines: 11, ouvre: 'Lemoine' });
    expect(await migrate({ urlProprietaire: ancienne.urlProprietaire })).toBe(0);
  });

  it('est refusée d’une phrase si une migration passée a changé, ou si la base est plus récente que le code', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'marelle-migrations-'));
    try {
      cpSync(join(RACINE, 'database/migrations'), dossier, { recursive: true });
      const [premiere, , , , , derniere] = await listMigrations();
      writeFileSync(join(dossier, premiere?.nom ?? ''), '-- autre chose');
      const start = () => migrate({ urlProprietaire: ancienne.urlProprietaire, dossier });
      await expect(start()).rejects.toThrow(`La migration ${premiere?.nom} a changé depuis qu'elle est passée`);
      rmSync(join(dossier, derniere?.nom ?? ''));
      await expect(start()).rejects.toThrow(`version plus récente de Marelle (étape ${derniere?.nom})`);
    } finally {
      rmSync(dossier, { recursive: true, force: true });
    }
  });
});
