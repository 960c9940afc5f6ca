import type { Database } from '#database/connection.ts';
import type { ReglageCourriels } from './courriels.ts';
import type { EtatDeSante } from './http.ts';

const PATIENCE_MS = 2_000;

/** Ready when the base answers quickly, as the application sees it. Without a mail server, Marelle is ready all the same. */
export async function readSante(db: Database, courriels: ReglageCourriels | undefined): Promise<EtatDeSante> {
  const details = { courriels: courriels ? 'partent' : 'aucun ne part (MARELLE_SMTP_URL absente)' };
  const trop = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('trop long')), PATIENCE_MS).unref());
  try {
    await Promise.race([db.agents.query('select 1'), trop]);
    return { pret: true, details: { base: 'répond', ...details } };
  } catch {
    return { pret: false, details: { base: 'ne répond pas', ...details } };
  }
}
