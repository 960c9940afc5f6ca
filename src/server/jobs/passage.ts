/** Ce qu'un travail a fait, tenu à part de la file : de quoi le montrer, et le garder plus longtemps qu'elle. */
import { sql } from 'kysely';
import { asSystem } from '#database/as-system.ts';
import type { Database, Transaction } from '#database/connection.ts';
import { createIdentifiant, type Identifiant } from '#shared/identifiant.ts';
import { DUREE_MAXIMALE_SECONDES, REPRISES, type Travail } from './travail.ts';

/** Dit à la base ce que cette Marelle sait faire : les pages le lisent là, quelle que soit l'instance. */
export async function recordTravaux(db: Database, travaux: readonly Travail[]): Promise<void> {
  await asSystem(db, 'travaux.travail.declarer', async ({ tx }) => {
    for (const travail of travaux) await recordTravail(tx, travail);
  });
}

async function recordTravail(tx: Transaction, travail: Travail): Promise<void> {
  const { nom, titre, heure, reprises = REPRISES, dureeMaximaleSecondes = DUREE_MAXIMALE_SECONDES } = travail;
  await sql`
    insert into travaux.travail (nom, titre, heure, duree_maximale_secondes, reprises)
    values (${nom}, ${titre}, make_time(${heure?.heures ?? null}::integer, ${heure?.minutes ?? null}::integer, 0),
      ${dureeMaximaleSecondes}, ${reprises})
    on conflict (nom) do update set titre = excluded.titre, heure = excluded.heure, duree_maximale_secondes = excluded.duree_maximale_secondes,
      reprises = excluded.reprises`.execute(tx);
}

/** Un essai précédent du même travail, resté sans fin, a été coupé. */
export async function startPassage(
  db: Database,
  travail: Travail,
  { fileId, essai }: { fileId: string; essai: number },
): Promise<Identifiant> {
  const id = createIdentifiant();
  await asSystem(db, travail.nom, async ({ tx }) => {
    // Une base vidée sous nos pieds (démonstration) a oublié ses travaux.
    await recordTravail(tx, travail);
    await sql`
      update travaux.passage set fin_le = clock_timestamp(), issue = 'coupe' where file_id = ${fileId} and issue is null`.execute(
      tx,
    );
    await tx.insertInto('travaux.passage').values({ id, travail: travail.nom, fileId, essai }).execute();
  });
  return id;
}

type Fin = { issue: 'fait' | 'echec' | 'coupe'; bilan: string | null; reference?: string };

export async function closePassage(db: Database, travail: Travail, id: Identifiant, fin: Fin): Promise<void> {
  await asSystem(db, travail.nom, ({ tx }) =>
    tx
      .updateTable('travaux.passage')
      .set({ ...fin, finLe: sql`clock_timestamp()` })
      .where('id', '=', id)
      .execute(),
  );
}
