/** Un import conduit d'un bout à l'autre par la commande, sans page : déposer, essayer, écrire si on l'a demandé. */
import { sql } from 'kysely';
import { asSystem } from '#database/as-system.ts';
import type { Database, Transaction } from '#database/connection.ts';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import type { EtatImportation, NatureImportation } from '../importation.ts';
import { addImportation, findTitres } from './commands.server.ts';
import {
  getImportation,
  type ImportationFiche,
  type LigneImportee,
  listLignes,
  listRefusees,
} from './queries.server.ts';
import { executeTravail, type Suivi } from './travail.server.ts';

export type Demande = {
  nature: NatureImportation;
  fichierNom: string;
  contenu: Uint8Array;
  simulation: boolean;
  correspondance: string | null;
  douteux: 'creer' | 'ignorer';
  matricule: string | null;
};

/** Les premières lignes de chaque sorte, pour que la console en dise assez sans tout dérouler. */
const LIGNES_MONTREES = 20;

export type Bilan = {
  fiche: ImportationFiche;
  refusees: LigneImportee[];
  douteuses: LigneImportee[];
  modifiees: LigneImportee[];
  /** Donne les lignes refusées à qui veut en faire un fichier. */
  readRefusees: <T>(fn: (lignes: ReturnType<typeof listRefusees>) => Promise<T>) => Promise<T>;
};

export async function executeImportationEntiere(db: Database, demande: Demande, suivi: Suivi): Promise<Bilan> {
  const id = await asSystem(db, 'marelle importer', (contexte) => depose(contexte.tx, demande));
  await executeTravail(db, id, { suivi });
  const essai = await readBilan(db, id);
  if (demande.simulation || essai.fiche.etat !== 'analysee') return essai;
  await asSystem(db, 'marelle importer', async ({ tx }) => {
    await sql`update reprise.ligne set decision = ${demande.douteux} where importation_id = ${id} and etat = 'douteuse'`.execute(
      tx,
    );
    await updateDemande(tx, id, 'a-executer');
  });
  await executeTravail(db, id, { suivi });
  return readBilan(db, id);
}

export async function executeRetraitEntier(
  db: Database,
  id: string,
  suivi: Suivi,
): Promise<{ fiche: ImportationFiche; laissees: LigneImportee[] }> {
  await asSystem(db, 'marelle importer annuler', async ({ tx }) => {
    const { etat } = await getImportation(tx, id);
    if (etat !== 'executee' && etat !== 'interrompue')
      throw new ErreurExploitation('Il n’y a rien à annuler : cet import n’est pas repris.');
    await updateDemande(tx, id, 'a-annuler');
  });
  await executeTravail(db, id, { suivi });
  return asSystem(db, 'marelle importer annuler', async ({ tx }) => ({
    fiche: await getImportation(tx, id),
    laissees: await listLignes(tx, id, { etat: 'laissee', limite: LIGNES_MONTREES, debut: 0 }),
  }));
}

async function depose(tx: Transaction, demande: Demande): Promise<string> {
  const { nature, fichierNom, contenu, correspondance, matricule } = demande;
  const titres = correspondance ? await findTitres(tx, nature, correspondance) : {};
  if (titres === null) throw new ErreurExploitation(`Aucune correspondance gardée sous le nom « ${correspondance} ».`);
  const agent = matricule
    ? await tx.selectFrom('organisation.agent').select('id').where('matricule', '=', matricule).executeTakeFirst()
    : null;
  if (matricule && !agent) throw new ErreurExploitation(`Aucun agent n’a le matricule « ${matricule} ».`);
  return addImportation(tx, { nature, fichierNom, contenu, parId: agent?.id ?? null, titres });
}

async function updateDemande(tx: Transaction, id: string, etat: EtatImportation): Promise<void> {
  await sql`update reprise.importation set etat = ${etat}, interrompue_pendant = null, motif = null where id = ${id}`.execute(
    tx,
  );
}

async function readBilan(db: Database, id: string): Promise<Bilan> {
  return asSystem(db, 'marelle importer', async ({ tx }) => {
    const list = (etat: 'refusee' | 'douteuse' | 'modifiee') =>
      listLignes(tx, id, { etat, limite: LIGNES_MONTREES, debut: 0 });
    return {
      fiche: await getImportation(tx, id),
      refusees: await list('refusee'),
      douteuses: await list('douteuse'),
      modifiees: await list('modifiee'),
      readRefusees: (fn) => asSystem(db, 'marelle importer', (contexte) => fn(listRefusees(contexte.tx, id))),
    };
  });
}
