/**
 * Le travail d'un import, hors de toute page. Il écrit sous le rôle système : qui importe n'a de mission sur aucun enfant ;
 * l'identité de qui a déposé le fichier est portée par chaque ligne du journal.
 */
import { sql } from 'kysely';
import { asSystem } from '#database/as-system.ts';
import type { Database, Transaction } from '#database/connection.ts';
import type { Correspondance } from '#documents/colonnes.ts';
import { FichierIllisible } from '#documents/fichier-illisible.ts';
import { parseTableau, type TableauLu } from '#documents/tableur-lecture.ts';
import { recordDemande } from '#server/jobs/demande.ts';
import type { EtatImportation } from '../importation.ts';
import { evaluateLot, recordVerdicts } from './analyse.server.ts';
import { executeAnnulationSuivante } from './annulation.server.ts';
import {
  type Importation,
  listLignesATraiter,
  lockImportation,
  recordAvancement,
  recordPause,
  recordSuite,
  TravailPerdu,
  updateEtat,
} from './etat.server.ts';
import { executeLotSuivant } from './execution.server.ts';
import { getImport } from './imports.server.ts';
import {
  addLignes,
  type LigneRangee,
  matchColonnes,
  parseLigne,
  recordDoublons,
  recordOrdre,
} from './lecture.server.ts';

const LIGNES_PAR_ECRITURE = 1000;

/** Ce que voit qui attend : où l'on en est, après chaque lot. */
export type Suivi = (avancement: { etat: EtatImportation; fait: number; total: number }) => void;

type Conduite = {
  suivi?: Suivi;
  /** Levé quand Marelle s'arrête : on s'arrête entre deux lots, et le travail sera repris. */
  signal?: AbortSignal;
};

/**
 * Essaie à blanc, écrit ou défait, selon ce qui est demandé à l'import ; reprend ce qu'un arrêt a coupé ; ne fait rien
 * s'il n'attend rien.
 */
export async function executeTravail(db: Database, id: string, conduite: Conduite = {}): Promise<void> {
  const phases = { 'a-analyser': analyse, 'a-executer': ecris, 'a-annuler': defais } as const;
  const attente = await asSystem(db, 'reprise', ({ tx }) => recordSuite(tx, id));
  const phase = attente && attente in phases ? phases[attente as keyof typeof phases] : undefined;
  if (!phase) return;
  const suivi: Suivi = (avancement) => {
    conduite.suivi?.(avancement);
    conduite.signal?.throwIfAborted();
  };
  try {
    await phase(db, id, suivi);
  } catch (erreur) {
    if (erreur instanceof TravailPerdu) return;
    if (conduite.signal?.aborted) {
      await asSystem(db, 'reprise', ({ tx }) => recordPause(tx, id));
      throw erreur;
    }
    await recordEchec(db, id, erreur);
  }
}

async function recordEchec(db: Database, id: string, erreur: unknown): Promise<void> {
  if (erreur instanceof FichierIllisible)
    return asSystem(db, 'reprise', ({ tx }) => updateEtat(tx, id, 'illisible', erreur.message));
  await asSystem(db, 'reprise', async ({ tx }) => {
    await sql`
      update reprise.importation set etat = 'interrompue', interrompue_pendant = etat, motif = 'Le travail s’est arrêté sur une erreur.'
      where id = ${id} and etat like 'en-%'`.execute(tx);
  });
  throw erreur;
}

async function analyse(db: Database, id: string, suivi: Suivi): Promise<void> {
  const { importation, contenu, annee } = await asSystem(db, 'reprise analyse', async ({ tx, aujourdhui }) => {
    const prise = await lockImportation(tx, id, 'a-analyser');
    await sql`delete from reprise.ligne where importation_id = ${id}`.execute(tx);
    await updateEtat(tx, id, 'en-analyse');
    const { rows } = await sql<{
      contenu: Buffer;
    }>`select contenu from reprise.fichier where importation_id = ${id}`.execute(tx);
    return { importation: prise, contenu: rows[0]?.contenu, annee: Number(aujourdhui.slice(0, 4)) };
  });
  if (!contenu) throw new FichierIllisible('Le fichier n’est plus gardé : déposez-le à nouveau.');
  const tableau = await parseTableau(contenu);
  const correspondance = await recordColonnes(db, importation, tableau);
  const total = await rangeLignes(db, importation, { tableau, correspondance, annee, suivi });
  await evaluateLignes(db, importation, correspondance, (fait) => suivi({ etat: 'en-analyse', fait, total }));
  await asSystem(db, 'reprise analyse', ({ tx }) => updateEtat(tx, id, 'analysee'));
}

/** Titres du fichier gardés avant de refuser : la page peut alors proposer de dire à quoi ils correspondent. */
async function recordColonnes(
  db: Database,
  { id, nature, titres }: Importation,
  tableau: TableauLu,
): Promise<Correspondance> {
  const correspondance = matchColonnes(getImport(nature), tableau.entetes, titres);
  const avertissements = [
    ...tableau.avertissements,
    ...correspondance.doublons.map(
      ({ titre }) => `La colonne « ${titre} » n’est pas lue : une autre dit déjà la même chose.`,
    ),
    ...(correspondance.inconnues.length > 0 ? [`Colonnes non lues : ${correspondance.inconnues.join(', ')}.`] : []),
  ];
  await asSystem(db, 'reprise analyse', async ({ tx }) => {
    await sql`
      update reprise.importation set entetes = ${tableau.entetes}::text[], avertissements = ${avertissements}::text[]
      where id = ${id}`.execute(tx);
  });
  const manquantes = correspondance.manquantes.map(({ titre }) => `« ${titre} »`);
  if (manquantes.length > 0)
    throw new FichierIllisible(
      `Colonne obligatoire introuvable : ${manquantes.join(', ')}. Dites à quelle colonne du fichier elle correspond.`,
    );
  return correspondance;
}

type Lecture = { tableau: TableauLu; correspondance: Correspondance; annee: number; suivi: Suivi };

async function rangeLignes(
  db: Database,
  { id, nature }: Importation,
  { tableau, correspondance, annee, suivi }: Lecture,
): Promise<number> {
  const importDefini = getImport(nature);
  let total = 0;
  const range = (lot: LigneRangee[]) =>
    asSystem(db, 'reprise analyse', async ({ tx }) => {
      await lockImportation(tx, id, 'en-analyse');
      await addLignes(tx, id, lot);
      await recordAvancement(tx, id, 0, total);
    });
  let lot: LigneRangee[] = [];
  for await (const ligne of tableau.lignes) {
    lot.push(parseLigne(ligne, { importDefini, correspondance, annee }));
    total += 1;
    if (lot.length < LIGNES_PAR_ECRITURE) continue;
    await range(lot);
    suivi({ etat: 'en-analyse', fait: 0, total });
    lot = [];
  }
  await range(lot);
  await asSystem(db, 'reprise analyse', async ({ tx }) => {
    await recordDoublons(tx, id);
    if (importDefini.isOrdonne) await recordOrdre(tx, id, importDefini);
  });
  return total;
}

async function evaluateLignes(
  db: Database,
  { id, nature }: Importation,
  correspondance: Correspondance,
  suivi: (fait: number) => void,
): Promise<void> {
  const importDefini = getImport(nature);
  let fait = 0;
  for (let fini = false; !fini; ) {
    await asSystem(db, 'reprise analyse', async ({ tx, aujourdhui }) => {
      const importation = await lockImportation(tx, id, 'en-analyse');
      const lignes = await listLignesATraiter(tx, id, { phase: 'analyse', apres: 0, limite: importDefini.taille });
      fini = lignes.length === 0;
      if (fini) return;
      const evaluees = await evaluateLot(tx, { importation, importDefini, lignes, aujourdhui });
      await recordVerdicts(tx, id, evaluees, { importDefini, correspondance });
      fait += lignes.length;
      await recordAvancement(tx, id, fait);
    });
    suivi(fait);
  }
}

async function ecris(db: Database, id: string, suivi: Suivi): Promise<void> {
  await asSystem(db, 'reprise écriture', async ({ tx }) => {
    await lockImportation(tx, id, 'a-executer');
    await updateEtat(tx, id, 'en-execution');
    await sql`
      update reprise.importation set total = (select count(*) from reprise.ligne where importation_id = ${id} and executee_le is null
        and (etat in ('creee', 'modifiee') or etat = 'douteuse' and decision in ('creer', 'lier')))
      where id = ${id}`.execute(tx);
  });
  await repeteLots(db, id, 'en-execution', suivi);
  await asSystem(db, 'reprise écriture', async ({ tx }) => {
    await updateEtat(tx, id, 'executee');
    await recordARevoir(tx);
    await sql`delete from reprise.fichier where importation_id = ${id}`.execute(tx);
  });
}

async function defais(db: Database, id: string, suivi: Suivi): Promise<void> {
  await asSystem(db, 'reprise annulation', async ({ tx }) => {
    await lockImportation(tx, id, 'a-annuler');
    await updateEtat(tx, id, 'en-annulation');
    await sql`
      update reprise.importation set total = (select count(*) from reprise.ligne
        where importation_id = ${id} and executee_le is not null and annulee_le is null and laissee is null)
      where id = ${id}`.execute(tx);
  });
  await repeteLots(db, id, 'en-annulation', suivi);
  await asSystem(db, 'reprise annulation', async ({ tx }) => {
    await updateEtat(tx, id, 'annulee');
    await recordARevoir(tx);
  });
}

/** Un lot, une transaction, jusqu'au dernier ; l'état est revérifié à chaque fois. */
async function repeteLots(
  db: Database,
  id: string,
  etat: 'en-execution' | 'en-annulation',
  suivi: Suivi,
): Promise<void> {
  for (let fini = false; !fini; ) {
    await asSystem(db, `reprise ${etat === 'en-execution' ? 'écriture' : 'annulation'}`, async ({ tx, aujourdhui }) => {
      const importation = await lockImportation(tx, id, etat);
      fini =
        etat === 'en-execution'
          ? await executeLotSuivant(tx, importation, aujourdhui)
          : await executeAnnulationSuivante(tx, importation);
      suivi({ etat, fait: importation.avancement, total: importation.total });
    });
  }
}

/** Un import écrit sans passer par les actes : ce qui est dû aux enfants qu'il touche se recalcule après lui, sans attendre la nuit. */
function recordARevoir(tx: Transaction): Promise<void> {
  return recordDemande(tx, { travail: 'echeances.revoir', cle: 'echeances' }, null);
}
