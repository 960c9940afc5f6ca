/** Mettre un import au travail sans faire attendre la page, et retrouver au démarrage ceux qu'un arrêt a coupés. */
import { sql } from 'kysely';
import { asSystem } from '#database/as-system.ts';
import type { Database } from '#database/connection.ts';
import { logPanne } from '#server/logger.ts';
import { executeTravail } from './travail.server.ts';

// La page demande le travail dans une transaction qui n'est validée qu'une fois la réponse prête.
const ESSAIS_MS = [50, 300, 1_500, 5_000];
const SILENCE_MS = 21_000;

/** Seule couture entre une demande et son exécution : une file de travaux prendrait sa place ici. */
export function startImportation(db: Database, id: string): void {
  for (const delai of ESSAIS_MS)
    setTimeout(() => executeTravail(db, id).catch((erreur) => logPanne(erreur, { chemin: 'reprise' })), delai).unref();
}

/** À l'ouverture de Marelle : ce qu'un arrêt a coupé est dit interrompu, ce qui attendait part. */
export async function startReprise(db: Database): Promise<void> {
  const enAttente = await recordInterruptions(db);
  for (const id of enAttente) startImportation(db, id);
  // Un processus tué il y a un instant n'est pas encore tenu pour mort.
  setTimeout(
    () => recordInterruptions(db).catch((erreur) => logPanne(erreur, { chemin: 'reprise' })),
    SILENCE_MS,
  ).unref();
}

async function recordInterruptions(db: Database): Promise<string[]> {
  return asSystem(db, 'reprise démarrage', async ({ tx }) => {
    await sql`
      update reprise.importation set interrompue_pendant = etat, etat = 'interrompue'
      where etat like 'en-%' and vu_le < clock_timestamp() - interval '20 seconds'`.execute(tx);
    const { rows } = await sql<{ id: string }>`select id from reprise.importation where etat like 'a-%'`.execute(tx);
    return rows.map(({ id }) => id);
  });
}
