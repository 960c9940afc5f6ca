/** L'import de badges d'un bout à l'autre, au nom de qui l'a déposé. Coupé, il se relit et repart du jour qui suit le dernier écrit. */
import { sql } from 'kysely';
import { asAgent } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { FichierIllisible } from '#documents/fichier-illisible.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import type { EtatImport } from '../import-badges.ts';
import type { Conduite } from './conduite-badges.ts';
import { ImportPris, writeBadges } from './ecriture-badges.server.ts';
import { getFormat } from './formats.server.ts';
import { readBadges } from './lecture-badges.server.ts';
import { PresenceDejaLa } from './presences-ecriture.server.ts';
import { readReferentielBadges } from './referentiel-badges.server.ts';

const ESSAIS = 3;

export async function executeImport(conduite: Conduite): Promise<string> {
  const pris = await asAgent(conduite.db, conduite.agent, ({ tx }) => startLecture(tx, conduite.importId));
  if (pris === undefined) return 'Rien à faire';
  try {
    const lu = await readTout(conduite, pris);
    await writeToujours(conduite, lu);
    return await asAgent(conduite.db, conduite.agent, ({ tx }) => closeImport(tx, conduite.importId, lu.lignes));
  } catch (erreur) {
    if (erreur instanceof ImportPris) return 'Repris par un autre travail';
    if (!(erreur instanceof FichierIllisible)) throw erreur;
    await asAgent(conduite.db, conduite.agent, ({ tx }) => closeIllisible(tx, conduite.importId, erreur.message));
    return 'Fichier illisible';
  }
}

type Pris = { formatId: string; etablissementId: string | null };

async function startLecture(tx: Transaction, importId: string): Promise<Pris | undefined> {
  const { rows } = await sql<Pris & { etat: EtatImport }>`
    update eaje.import_badges set etat = case when etat = 'ATTENTE' then 'LECTURE' else etat end, vu_le = clock_timestamp()
    where id = ${importId} and etat in ('ATTENTE', 'LECTURE', 'ECRITURE') returning format_id, etablissement_id`.execute(
    tx,
  );
  return rows[0];
}

async function readTout(conduite: Conduite, { formatId, etablissementId }: Pris) {
  const { format, referentiel, aujourdhui } = await asAgent(conduite.db, conduite.agent, async (contexte) => ({
    format: await getFormat(contexte.tx, formatId),
    referentiel: await readReferentielBadges(contexte.tx, etablissementId),
    aujourdhui: contexte.aujourdhui,
  }));
  return { format, referentiel, ...(await readBadges({ conduite, format, referentiel, aujourdhui })) };
}

/** Un pointage de la tablette au même moment refait le lot, pas l'import. */
async function writeToujours(conduite: Conduite, lu: Awaited<ReturnType<typeof readTout>>): Promise<void> {
  for (let essai = 1; ; essai += 1) {
    try {
      return await writeBadges(conduite, lu);
    } catch (erreur) {
      if (!(erreur instanceof PresenceDejaLa) || essai === ESSAIS) throw erreur;
    }
  }
}

async function closeImport(tx: Transaction, importId: string, lignes: number): Promise<string> {
  const { rows } = await sql<{ presences: number; refusees: number; douteuses: number }>`
    update eaje.import_badges set etat = 'FAIT', lignes = ${lignes}, fini_le = clock_timestamp(), vu_le = clock_timestamp(),
      refusees = (select count(*) from eaje.import_ecart e where e.import_id = ${importId} and e.genre = 'REFUS')
    where id = ${importId} returning presences, refusees, douteuses`.execute(tx);
  const bilan = rows[0];
  if (!bilan) throw new Introuvable('Absent, ou hors de vos missions.');
  await sql`delete from eaje.import_morceau where import_id = ${importId}`.execute(tx);
  await recordTrace(tx, { acte: 'pointages.import.ecrire', objetId: importId, detail: { lignes, ...bilan } });
  return `${lignes} lignes, ${bilan.presences} présences, ${bilan.refusees} refusées, ${bilan.douteuses} douteuses`;
}

async function closeIllisible(tx: Transaction, importId: string, motif: string): Promise<void> {
  await sql`update eaje.import_badges set etat = 'ILLISIBLE', motif = ${motif}, fini_le = clock_timestamp() where id = ${importId}`.execute(
    tx,
  );
  await sql`delete from eaje.import_morceau where import_id = ${importId}`.execute(tx);
}
