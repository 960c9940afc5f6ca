/** Défaire un import, lot par lot, du dernier écrit au premier. Ce que quelqu'un a changé depuis reste, avec la raison. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { executeParMoities } from './bissection.server.ts';
import { type EcritureFaite, executeRetrait, listEcritures } from './ecritures.server.ts';
import { type Importation, recordAvancement } from './etat.server.ts';
import { recordTraces } from './execution.server.ts';

const TAILLE_LOT = 500;
const CHANGEE_DEPUIS = 'La fiche a changé depuis l’import.';
const RATTACHEE_DEPUIS = 'Autre chose s’y rattache depuis l’import.';
const CLE_ETRANGERE = '23503';

type Defaite = { numero: number; objetId: string; ecritures: EcritureFaite[] };

/** Défait le lot suivant ; rend vrai s'il n'y a plus rien à défaire. */
export async function executeAnnulationSuivante(tx: Transaction, importation: Importation): Promise<boolean> {
  const { rows } = await sql<{ numero: number; objetId: string }>`
    select numero, objet_id from reprise.ligne
    where importation_id = ${importation.id} and executee_le is not null and annulee_le is null and laissee is null
    order by ordre desc, numero desc limit ${TAILLE_LOT}`.execute(tx);
  if (rows.length === 0) return true;
  const faites = Map.groupBy(
    await listEcritures(
      tx,
      importation.id,
      rows.map(({ numero }) => numero),
    ),
    ({ numero }) => numero,
  );
  const lot = rows.map((ligne): Defaite => ({ ...ligne, ecritures: faites.get(ligne.numero) ?? [] }));
  const intactes = lot.filter(({ ecritures }) => ecritures.every(({ intacte }) => intacte));
  for (const ligne of lot)
    if (!intactes.includes(ligne)) await recordLaissee(tx, importation.id, ligne, CHANGEE_DEPUIS);
  const defaites: Defaite[] = [];
  await executeParMoities(
    tx,
    intactes,
    async (partie) => {
      await executeRetrait(
        tx,
        partie.flatMap(({ ecritures }) => ecritures),
      );
      defaites.push(...partie);
    },
    (ligne, erreur) => {
      if (!isCleEtrangere(erreur)) throw erreur;
      return recordLaissee(tx, importation.id, ligne, RATTACHEE_DEPUIS);
    },
  );
  await recordDefaites(tx, importation, defaites);
  await recordAvancement(tx, importation.id, importation.avancement + lot.length);
  return false;
}

function isCleEtrangere(erreur: unknown): boolean {
  return erreur instanceof Error && 'code' in erreur && erreur.code === CLE_ETRANGERE;
}

async function recordLaissee(
  tx: Transaction,
  importationId: string,
  { numero }: Defaite,
  raison: string,
): Promise<void> {
  await sql`update reprise.ligne set laissee = ${raison} where importation_id = ${importationId} and numero = ${numero}`.execute(
    tx,
  );
}

async function recordDefaites(tx: Transaction, importation: Importation, defaites: readonly Defaite[]): Promise<void> {
  await sql`
    update reprise.ligne set annulee_le = clock_timestamp()
    where importation_id = ${importation.id} and numero = any (${defaites.map(({ numero }) => numero)}::integer[])`.execute(
    tx,
  );
  const detail = (numero: number) => ({ importation: importation.id, ligne: numero });
  await recordTraces(
    tx,
    importation,
    'reprise.ligne.annuler',
    defaites.map(({ numero, objetId }) => ({ objetId, detail: detail(numero) })),
  );
}
