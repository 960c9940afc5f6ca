/** Où en est un import : lu et tenu à jour par le travail, dans la transaction de chaque lot. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { CorrespondanceGardee } from '#documents/colonnes.ts';
import type { EtatImportation, NatureImportation } from '../importation.ts';

export type Importation = {
  id: string;
  nature: NatureImportation;
  etat: EtatImportation;
  entetes: string[];
  titres: CorrespondanceGardee;
  total: number;
  avancement: number;
  parId: string | null;
};

/** Un travail muet depuis vingt secondes est tenu pour mort : un lot en prend au plus quelques-unes. */
const EST_MUETTE = sql<boolean>`i.etat like 'en-%' and i.vu_le < clock_timestamp() - interval '20 seconds'`;
export const ETAT_VRAI = sql<EtatImportation>`case when ${EST_MUETTE} then 'interrompue' else i.etat end`;

/** Un autre a pris, arrêté ou supprimé cet import pendant qu'on y travaillait. */
export class TravailPerdu extends Error {
  override name = 'TravailPerdu';
}

/** Verrouille l'import pour le lot ; il doit être dans l'état attendu, sinon on s'arrête là. */
export async function lockImportation(tx: Transaction, id: string, etat: EtatImportation): Promise<Importation> {
  const { rows } = await sql<Importation>`
    select id, nature, etat, entetes, titres, total, avancement, par_id from reprise.importation where id = ${id} and etat = ${etat} for update`.execute(
    tx,
  );
  const importation = rows[0];
  if (!importation) throw new TravailPerdu(id);
  return importation;
}

export async function updateEtat(
  tx: Transaction,
  id: string,
  etat: EtatImportation,
  motif: string | null = null,
): Promise<void> {
  await sql`
    update reprise.importation set etat = ${etat}, motif = ${motif}, interrompue_pendant = null, vu_le = clock_timestamp(),
      avancement = case when ${etat} like 'en-%' then 0 else avancement end,
      analysee_le = case when ${etat} = 'analysee' then clock_timestamp() else analysee_le end,
      executee_le = case when ${etat} = 'executee' then clock_timestamp() else executee_le end,
      annulee_le = case when ${etat} = 'annulee' then clock_timestamp() else annulee_le end
    where id = ${id}`.execute(tx);
}

/** Le battement du travail : sans nouvelle depuis un moment, l'import est tenu pour interrompu. */
export async function recordAvancement(tx: Transaction, id: string, avancement: number, total?: number): Promise<void> {
  await sql`
    update reprise.importation set avancement = ${avancement}, total = coalesce(${total ?? null}::integer, total), vu_le = clock_timestamp()
    where id = ${id}`.execute(tx);
}

export type LigneATraiter = {
  numero: number;
  ordre: number;
  saisie: unknown;
  identite: string | null;
  etat: string;
  empreinte: string | null;
  decision: 'creer' | 'lier' | 'ignorer' | null;
  decisionObjetId: string | null;
};

export async function listLignesATraiter(
  tx: Transaction,
  importationId: string,
  options: { phase: 'analyse' | 'execution'; apres: number; limite: number },
): Promise<LigneATraiter[]> {
  const { apres, limite, phase } = options;
  const condition =
    phase === 'analyse'
      ? sql`etat = 'lue'`
      : sql`executee_le is null and (etat in ('creee', 'modifiee') or etat = 'douteuse' and decision in ('creer', 'lier'))`;
  const { rows } = await sql<LigneATraiter>`
    select numero, ordre, saisie, identite, etat, empreinte, decision, decision_objet_id from reprise.ligne
    where importation_id = ${importationId} and ordre > ${apres} and ${condition} order by ordre, numero limit ${limite}`.execute(
    tx,
  );
  return rows;
}

const SUITE = sql`case i.etat when 'en-analyse' then 'a-analyser' when 'en-execution' then 'a-executer' else 'a-annuler' end`;

/** Ce que l'import attend. Commencé par un processus qu'on tient pour mort, il attend d'être continué. */
export async function recordSuite(tx: Transaction, id: string): Promise<EtatImportation | undefined> {
  await sql`update reprise.importation i set etat = ${SUITE} where i.id = ${id} and ${EST_MUETTE}`.execute(tx);
  const { rows } = await sql<{ etat: EtatImportation }>`
    select etat from reprise.importation where id = ${id}`.execute(tx);
  return rows[0]?.etat;
}

/** On s'arrête ici de soi-même : l'import attend d'être continué, sans délai. */
export async function recordPause(tx: Transaction, id: string): Promise<void> {
  await sql`update reprise.importation i set etat = ${SUITE} where i.id = ${id} and i.etat like 'en-%'`.execute(tx);
}
