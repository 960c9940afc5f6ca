/** Conduire un import d'un bout à l'autre dans un essai, et photographier la base. */
import { sql } from 'kysely';
import { asSystem } from '#database/as-system.ts';
import type { Database, Transaction } from '#database/connection.ts';
import { addImportation } from '../data/commands.server.ts';
import { getImportation, type ImportationFiche, type LigneImportee, listLignes } from '../data/queries.server.ts';
import { executeTravail } from '../data/travail.server.ts';
import type { EtatImportation, NatureImportation } from '../importation.ts';

type Depot = {
  nature: NatureImportation;
  fichier: string | Uint8Array;
  parId?: string | null;
  titres?: Record<string, string | null>;
};

export async function addFichierEssai(
  db: Database,
  { nature, fichier, parId = null, titres = {} }: Depot,
): Promise<string> {
  const contenu = typeof fichier === 'string' ? new TextEncoder().encode(fichier) : fichier;
  return asSystem(db, 'essai', ({ tx }) =>
    addImportation(tx, { nature, fichierNom: 'essai.csv', contenu, parId, titres }),
  );
}

/** Dépose et essaie à blanc. */
export async function executeEssai(db: Database, depot: Depot): Promise<string> {
  const id = await addFichierEssai(db, depot);
  await executeTravail(db, id);
  return id;
}

export async function executeSuite(db: Database, id: string, etat: EtatImportation): Promise<void> {
  await asSystem(db, 'essai', ({ tx }) =>
    sql`update reprise.importation set etat = ${etat} where id = ${id}`.execute(tx),
  );
  await executeTravail(db, id);
}

export async function readImport(
  db: Database,
  id: string,
): Promise<{ fiche: ImportationFiche; lignes: LigneImportee[] }> {
  return asSystem(db, 'essai', async ({ tx }) => ({
    fiche: await getImportation(tx, id),
    lignes: await listLignes(tx, id, { etat: null, limite: 20_000, debut: 0 }),
  }));
}

/** Chaque ligne de chaque table du métier, en texte : deux photographies égales, c'est la même base au caractère près. */
export async function readBase(db: Database): Promise<Record<string, string>> {
  return asSystem(db, 'essai', async ({ tx }) => {
    const { rows } = await sql<{ nom: string }>`
      select c.oid::regclass::text as nom from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('organisation', 'enfants') and c.relkind = 'r' order by 1`.execute(tx);
    const tables: Record<string, string> = {};
    for (const { nom } of rows) tables[nom] = await readTable(tx, nom);
    return tables;
  });
}

async function readTable(tx: Transaction, nom: string): Promise<string> {
  const { rows } = await sql<{ texte: string | null }>`
    select string_agg(t::text, e'\n' order by t::text) as texte from ${sql.table(nom)} t`.execute(tx);
  return rows[0]?.texte ?? '';
}
