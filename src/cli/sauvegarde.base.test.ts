import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAgent } from '#database/as-agent.ts';
import { asSystem } from '#database/as-system.ts';
import { openDatabase } from '#database/connection.ts';
import { createApplicationRoles } from '#database/roles.ts';
import { listTables, writeSauvegarde } from '#database/sauvegarde.ts';
import { readSauvegarde } from '#database/sauvegarde-lecture.ts';
import { createDepuisSauvegarde } from '#database/sauvegarde-restauration.ts';
import { executeConnexion } from '#modules/comptes/data/connexion.server.ts';
import {
  aCompte,
  anAuthentification,
  anInstallation,
  type CompteDEssai,
  MOT_DE_PASSE,
  Navigateur,
} from '#modules/comptes/testing/comptes-essai.ts';
import { verifyJournal } from '#modules/journal/data/verify.server.ts';
import { findJeton } from '#server/session.ts';
import { withBase } from '#tests/support/base.ts';
import { listLignes, withBaseVide } from '#tests/support/base-vide.ts';
import { createDossierTemporaire } from '#tests/support/dossier-temporaire.ts';

const base = withBase();
const cible = withBaseVide();
const autre = withBaseVide();
const { dossier, remove } = createDossierTemporaire();
const fichier = join(dossier, 'marelle.sauvegarde');
const phrase = 'une marelle à cloche-pied';
let compte: CompteDEssai;
afterAll(remove);

const save = (nom: string, avec?: string) =>
  writeSauvegarde({ urlProprietaire: base.urlProprietaire, fichier: join(dossier, nom), secret: 's', phrase: avec });
const restore = (url: string, nom: string, options: { phrase?: string; remplacer?: boolean } = {}) =>
  createDepuisSauvegarde({ urlProprietaire: url, fichier: join(dossier, nom), ...options });

/** Une empreinte par table, quel que soit l'ordre des lignes sur le disque. */
async function computeEmpreintes(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  const empreintes: Record<string, string> = {};
  for (const { nom } of await listTables(client)) {
    const { rows } = await client.query(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text collate "C")), '-') as e from ${nom} t`,
    );
    empreintes[nom] = rows[0].e;
  }
  await client.end();
  return empreintes;
}

beforeAll(async () => {
  await anInstallation(base);
  compte = await aCompte(base);
  // Des textes que COPY doit échapper, et un journal de plusieurs maillons.
  await base.executeSql('update organisation.agent set nom = $1 where id = $2', [
    "L'Hé\tritier\\N\nœ🙂",
    compte.agentId,
  ]);
  for (let i = 0; i < 20; i++) await base.asSystem(async () => undefined);
  await base.executeSql('select journal.poser_sceau()');
  await save('marelle.sauvegarde', phrase);
  await save('claire.sauvegarde');
});

describe('une sauvegarde restaurée dans une base vide', () => {
  let avant: Record<string, string>;
  beforeAll(async () => {
    avant = await computeEmpreintes(base.urlProprietaire);
    await restore(cible.urlProprietaire, 'marelle.sauvegarde', { phrase });
  });

  it('rend chaque table identique', async () => {
    const apres = await computeEmpreintes(cible.urlProprietaire);
    expect(apres).toEqual(avant);
    expect(Number.parseInt(avant['journal.evenement'] ?? '', 10)).toBeGreaterThan(19);
  });

  it('rend les mêmes contraintes, politiques et déclencheurs', async () => {
    const catalogue = `select 'c' as genre, conrelid::regclass::text as ou, conname::text as nom, pg_get_constraintdef(oid) as texte from pg_constraint where connamespace::regnamespace::text = any ($1)
      union all select 'p', schemaname || '.' || tablename, policyname, coalesce(qual, '') || coalesce(with_check, '') || roles::text from pg_policies
      union all select 't', tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal
      union all select 'r', oid::regclass::text, 'rls', relrowsecurity::text || relforcerowsecurity::text from pg_class where relkind = 'r' and relnamespace::regnamespace::text = any ($1)
      order by 1, 2, 3`;
    const schemas = [['acces', 'organisation', 'comptes', 'enfants', 'journal']];
    expect(await listLignes(cible.urlProprietaire, catalogue, schemas)).toEqual(
      await listLignes(base.urlProprietaire, catalogue, schemas),
    );
  });

  it('laisse entrer la même personne, par sa session et par son mot de passe, et le journal se vérifie', async () => {
    const urls = await createApplicationRoles({ urlProprietaire: cible.urlProprietaire, secret: 'ailleurs' });
    const db = openDatabase(urls, { max: 3 });
    try {
      const navigateur = new Navigateur();
      const connexion = { courriel: compte.courriel, motDePasse: MOT_DE_PASSE };
      const authentification = anAuthentification({ ...base, db } as typeof base);
      const issue = await executeConnexion(authentification, navigateur.entree(), connexion);
      expect(issue.etat).toBe('a-inscrire');
      if ('temoins' in issue) navigateur.keep(issue.temoins);
      await asSystem(db, 'essai', async ({ tx }) => {
        const { rupture, evenements } = await verifyJournal(tx);
        expect(rupture).toBeNull();
        expect(evenements).toBeGreaterThan(20);
      });
      await expect(asAgent(db, { jeton: findJeton(navigateur.request()) ?? '' }, async () => 1)).rejects.toThrow(
        'Second facteur',
      );
    } finally {
      await db.close();
    }
  });

  it('est refusée quand la base contient des données, sauf pour les remplacer', async () => {
    await expect(restore(cible.urlProprietaire, 'claire.sauvegarde')).rejects.toThrow('--remplacer');
    await restore(cible.urlProprietaire, 'claire.sauvegarde', { remplacer: true });
    expect(await computeEmpreintes(cible.urlProprietaire)).toEqual(avant);
  });
});

describe('un fichier de sauvegarde', () => {
  const contenu = () => readFileSync(fichier);
  const abime = async (octets: Buffer, avec: string | undefined = phrase) => {
    writeFileSync(join(dossier, 'abimee'), octets);
    await expect(restore(autre.urlProprietaire, 'abimee', { phrase: avec })).rejects.toThrow(/abîmée ou incomplète/);
  };

  it('abîmé ou tronqué est refusé avant de toucher à la base, chiffré ou non', async () => {
    for (const nom of ['marelle.sauvegarde', 'claire.sauvegarde']) {
      const sain = readFileSync(join(dossier, nom));
      for (const longueur of [60, 300, sain.length >> 1, sain.length - 9, sain.length - 1])
        await abime(sain.subarray(0, longueur));
      for (const position of [230, sain.length >> 2, sain.length >> 1, sain.length - 3]) {
        const touche = Buffer.from(sain);
        touche[position] = (touche[position] ?? 0) ^ 0x10;
        await abime(touche);
      }
      await abime(Buffer.concat([sain, sain.subarray(200)]));
    }
    const tables = await listLignes(autre.urlProprietaire, "select 1 from pg_namespace where nspname = 'organisation'");
    expect(tables).toEqual([]);
  });

  it('chiffré ne montre rien, et ne s’ouvre qu’avec sa phrase', async () => {
    expect(contenu().includes('organisation')).toBe(false);
    await expect(readSauvegarde(fichier, undefined)).rejects.toThrow('MARELLE_CLE_SAUVEGARDE');
    await expect(readSauvegarde(fichier, 'une autre phrase')).rejects.toThrow("n'est pas celle de");
    await expect(readSauvegarde(import.meta.filename, undefined)).rejects.toThrow(
      "n'est pas une sauvegarde de Marelle",
    );
    await expect(readSauvegarde(join(dossier, 'absente'), undefined)).rejects.toThrow("n'existe pas");
  });

  it('ne s’écrase pas', async () => {
    await expect(save('marelle.sauvegarde')).rejects.toThrow('existe déjà');
  });

  it('est pris à un seul instant pendant que d’autres écrivent', async () => {
    let fini = false;
    const ecrit = async () => {
      while (!fini) await base.asSystem(async () => undefined);
    };
    const ecrivains = [ecrit(), ecrit()];
    await save('en-marche.sauvegarde');
    fini = true;
    await Promise.all(ecrivains);
    await restore(autre.urlProprietaire, 'en-marche.sauvegarde');
    const [trou] = await listLignes<{ n: number }>(
      autre.urlProprietaire,
      'select count(*)::int as n from (select chaine from journal.evenement group by chaine having max(rang) <> count(*)) t',
    );
    expect(trou?.n).toBe(0);
  });
});
